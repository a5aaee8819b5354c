namespace Mooring.Clinical.Patients;

/// <summary>
/// Two people have one person's page open. Whoever saves later changes what they changed, and nothing that the other did
/// meanwhile; where both changed the same thing, they are told.
/// </summary>
public static class PersonChange
{
    /// <summary>What stands, with the changes of a form on it: STO402 for each thing that was changed here and elsewhere to something else.</summary>
    /// <param name="stands">The person as kept now.</param>
    /// <param name="shown">As the form showed the person.</param>
    /// <param name="typed">As it came back.</param>
    public static Outcome<Patient> On(Patient stands, Patient shown, Patient typed)
    {
        List<Refusal> refusals = [];
        var merged = stands with
        {
            GivenName = Merge("given name", "givenName", stands.GivenName, shown.GivenName, typed.GivenName)!,
            FamilyName = Merge("family name", "familyName", stands.FamilyName, shown.FamilyName, typed.FamilyName)!,
            BirthDate = Merge("birth date", "birthDate", stands.BirthDate, shown.BirthDate, typed.BirthDate),
            Sex = Merge("sex", "sex", stands.Sex, shown.Sex, typed.Sex),
            Pronoun = Merge("pronouns", "pronoun", stands.Pronoun, shown.Pronoun, typed.Pronoun),
            OtherPronoun = Merge("pronouns", "otherPronoun", stands.OtherPronoun, shown.OtherPronoun, typed.OtherPronoun),
            Language = Merge("language", "language", stands.Language, shown.Language, typed.Language),
            Phone = Merge("phone", "phone", stands.Phone, shown.Phone, typed.Phone),
            Email = Merge("email", "email", stands.Email, shown.Email, typed.Email),
            Escort = Merge("escort", "escortName", stands.Escort, shown.Escort, typed.Escort),
            Address = Merge("address", "street", stands.Address, shown.Address, typed.Address),
            EmergencyContact = Merge("emergency contact", "emergencyName", stands.EmergencyContact, shown.EmergencyContact, typed.EmergencyContact),
        };
        return refusals.Count > 0 ? Outcome<Patient>.Refuse(refusals) : merged;

        T Merge<T>(string what, string at, T stands, T shown, T typed)
        {
            if (Same(typed, shown) || Same(typed, stands))
                return stands;
            if (!Same(stands, shown))
                refusals.Add(new("STO402", $"Meanwhile somebody changed the {what} to “{Say(stands)}”. Look which is right: save again to keep yours.", at));
            return typed;
        }
    }

    // An empty box and none are the same to whoever looks at a form.
    private static bool Same<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other) || (Say(one).Length == 0 && Say(other).Length == 0);

    private static string Say<T>(T value) => value switch
    {
        null => "",
        Escort escort => $"{escort.Name}, {escort.Phone}",
        EmergencyContact contact => $"{contact.Name}, {contact.Phone}",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
