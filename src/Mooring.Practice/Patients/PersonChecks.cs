using Mooring.Clinical;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Patients;

/// <summary>What must be true of anyone's name and birth date, wherever they are typed.</summary>
internal static class PersonChecks
{
    private const int LongestName = 100;
    private const int LongestPhone = 40;

    // Older than anyone on record: a mistyped century, not a person.
    private const int OldestAge = 120;

    /// <summary>Given and family name; a person who has one name only has it in either, and the other is empty.</summary>
    public static IEnumerable<Refusal> Names(string? given, string? family)
    {
        var hasNone = NameLetters.Words(given, family).Count == 0;
        if (hasNone || given?.Length > LongestName)
            yield return new("STO101", "Write the given name, 100 letters at most.", "givenName");
        if (hasNone || family?.Length > LongestName)
            yield return new("STO109", "Write the family name, 100 letters at most. Whoever has one name only needs no other.", "familyName");
    }

    /// <summary>Where none of those listed is right.</summary>
    public static IEnumerable<Refusal> Pronoun(string? other)
    {
        if (other?.Length > Pronouns.Longest || other?.Any(char.IsControl) == true)
            yield return new("STO108", "Write the pronouns in 40 letters at most, on one line.", "otherPronoun");
    }

    /// <summary>Who takes the patient home; a phone that somebody writes has an extension or a word with it now and then.</summary>
    public static IEnumerable<Refusal> Escort(Escort? escort)
    {
        if (escort?.Name.Length > LongestName)
            yield return new("STO113", "Write the escort's name in 100 letters at most.", "escortName");
        if (escort?.Phone.Length > LongestPhone)
            yield return new("STO114", "Write the escort's phone in 40 letters at most.", "escortPhone");
        if (escort?.Relationship?.Length > LongestName)
            yield return new("STO115", "Write in 100 letters at most who the escort is to the patient.", "escortRelationship");
    }

    /// <summary>Where the patient lives, and who is called when something happens.</summary>
    public static IEnumerable<Refusal> Reached(Address? address, EmergencyContact? contact)
    {
        foreach (var (text, at) in new[] { (address?.Street, "street"), (address?.City, "city"), (address?.State, "state"), (address?.PostalCode, "postalCode") })
        {
            if (text?.Length > LongestName)
                yield return new("STO116", $"Write this part of the address in {LongestName} letters at most.", at);
        }

        if (address is { Street.Length: 0 })
            yield return new("STO117", "Write the street, or leave the whole address empty.", "street");
        if (contact is { Name.Length: 0 } or { Phone.Length: 0 })
            yield return new("STO118", "Write the name and the phone of the emergency contact: somebody must be able to call.", contact.Name.Length == 0 ? "emergencyName" : "emergencyPhone");
        if (contact?.Name.Length > LongestName || contact?.Relationship?.Length > LongestName || contact?.Phone.Length > LongestPhone)
            yield return new("STO119", "The emergency contact's name and relationship have 100 letters at most, the phone 40.", "emergencyName");
    }

    /// <param name="now">As the clinic's clock shows it: a child born today is not born tomorrow.</param>
    public static IEnumerable<Refusal> BirthDate(DateOnly? birthDate, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        if (birthDate is not { } date)
            yield return new("STO102", "Give the birth date.", "birthDate");
        else if (date > today)
            yield return new("STO111", "The birth date lies in the future; check the year.", "birthDate");
        else if (date < today.AddYears(-OldestAge))
            yield return new("STO112", "The birth date is more than 120 years ago; check the century.", "birthDate");
    }
}
