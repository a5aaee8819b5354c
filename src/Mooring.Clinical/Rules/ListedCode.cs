namespace Mooring.Clinical.Rules;

public enum CodeSystem
{
    Icd10cm,
    Loinc,
    Rxnorm,
    Snomed,
    Atc,
    Billing,
    Ucum,
}

/// <summary>How far a code was looked at. One that nobody is sure of is not listed at all.</summary>
public enum CodeChecked
{
    GeneralKnowledge,

    /// <summary>In a code list or label that shows it with its name.</summary>
    SeenInList,

    OfficialRelease,
}

/// <summary>A code that the content may use, in our own words.</summary>
public sealed record ListedCode
{
    public required CodeSystem System { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required CodeChecked Checked { get; init; }
}
