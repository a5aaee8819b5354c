using System.Text.Json.Serialization;
using Mooring.Clinical.Facts;

namespace Mooring.Clinical.Patients;

/// <summary>The languages in which a patient's own pages are written.</summary>
public enum Language
{
    English,
    Spanish,
}

/// <summary>A person in the clinic's care.</summary>
/// <param name="Id">Ours; never shown in a list of strangers.</param>
/// <param name="Number">The clinic's own number for the patient, short enough to say aloud.</param>
public sealed record Patient(Id<Patient> Id, string Number, string GivenName, string FamilyName, DateOnly BirthDate)
{
    public Sex Sex { get; init; }

    /// <summary>For words only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Pronoun Pronoun { get; init; }

    /// <summary>Where none of those listed is right.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? OtherPronoun { get; init; }

    public Language Language { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public Escort? Escort { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Address? Address { get; init; }

    /// <summary>Who is called when something happens to the patient; often, not always, the escort.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EmergencyContact? EmergencyContact { get; init; }

    /// <summary>Another record says that the person has died.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasDied { get; init; }

    /// <summary>Where it says when.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateOnly? DiedOn { get; init; }

    /// <summary>The record that this came from is not in use any more, or was merged into another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReplaced { get; init; }

    /// <summary>The chart that this one was merged into, and that counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Id<Patient>? MergedInto { get; init; }

    /// <summary>Not in care here any more: out of the lists until somebody brings the chart back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Archived? Archived { get; init; }

    /// <summary>A person may have one name only; it then stands for both.</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();

    /// <summary>How the person is spoken to.</summary>
    public string CalledName => GivenName.Length > 0 ? GivenName : FamilyName;

    /// <summary>First name and initial: what a wall display may show.</summary>
    public string ShortName => GivenName.Length > 0 && FamilyName.Length > 0 ? $"{GivenName} {FamilyName.EnumerateRunes().First()}." : CalledName;

    public int AgeOn(DateOnly day) =>
        day.Year - BirthDate.Year - (day < BirthDate.AddYears(day.Year - BirthDate.Year) ? 1 : 0);
}

/// <summary>Where the patient lives; whoever is called to help needs it.</summary>
public sealed record Address(string Street, string City, string State, string PostalCode)
{
    public override string ToString() => string.Join(", ", new[] { Street, City, $"{State} {PostalCode}".Trim() }.Where(part => part.Length > 0));
}

public sealed record EmergencyContact(string Name, string Phone, string? Relationship = null);

/// <summary>The adult who takes the patient home. Without one, nobody is dosed.</summary>
public sealed record Escort(string Name, string Phone, string? Relationship = null);

/// <summary>Since when a chart is out of the lists, why, and by whom.</summary>
public sealed record Archived(DateTimeOffset At, string Because, string By);
