using System.Text.Json.Serialization;

namespace Mooring.Clinical.Facts;

/// <summary>How far a medicine is taken as it was prescribed, as the patient tells it.</summary>
public enum Adherence
{
    NotAsked,
    AsPrescribed,
    MissesSome,
    MissesMany,
    NotTaken,
}

/// <summary>How a medicine is used, in the words of whoever told it. No rule reads it: a rule asks for the ingredient and the days.</summary>
public sealed record MedicineUse
{
    /// <summary>As in "20 mg".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dose { get; init; }

    /// <summary>As in "each morning".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Frequency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prescriber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Adherence Adherence { get; init; }
}

/// <summary>How grave a reaction was.</summary>
public enum AllergySeverity
{
    NotKnown,
    Mild,
    Moderate,
    Severe,
}
