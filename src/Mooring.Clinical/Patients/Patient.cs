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

    /// <summary>Another record says that the person has died.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasDied { get; init; }

    /// <summary>Where it says when.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateOnly? DiedOn { get; init; }

    /// <summary>The record that this came from is not in use any more, or was merged into another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReplaced { get; init; }

    /// <summary>A person may have one name only; it then stands for both.</summary>
    public string FullName => $"{GivenName} {FamilyName}".Trim();

    /// <summary>How the person is spoken to.</summary>
    public string CalledName => GivenName.Length > 0 ? GivenName : FamilyName;

    /// <summary>First name and initial: what a wall display may show.</summary>
    public string ShortName => GivenName.Length > 0 && FamilyName.Length > 0 ? $"{GivenName} {FamilyName.EnumerateRunes().First()}." : CalledName;

    public int AgeOn(DateOnly day) =>
        day.Year - BirthDate.Year - (day < BirthDate.AddYears(day.Year - BirthDate.Year) ? 1 : 0);
}

/// <summary>The adult who takes the patient home. Without one, nobody is dosed.</summary>
public sealed record Escort(string Name, string Phone, string? Relationship = null);
