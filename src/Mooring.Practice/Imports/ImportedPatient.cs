using System.Text.Json.Serialization;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Imports;

/// <summary>One thing for a list of the history.</summary>
/// <param name="Resources">How many resources of each type said it; empty when it only follows from them.</param>
public sealed record ImportedThing(HistoryChange Change, string Place, IReadOnlyDictionary<string, int> Resources);

/// <summary>What one resource measured, such as both pressures.</summary>
/// <param name="Names">What the resource is called where it comes from, the name that lasts longest first; then names that earlier imports knew it by.</param>
/// <param name="Counts">The type that it counts under; null when it is counted with something else of its resource.</param>
public sealed record ImportedValues(IReadOnlyList<string> Names, string Place, IReadOnlyList<Observation> Values, string? Counts = null);

/// <summary>A person as another record knows them.</summary>
public sealed record ImportedPatient
{
    /// <summary>What they are called elsewhere, as <c>system|value</c>; one that is known already finds the chart.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Where in the file: <c>entry[0]</c>.</summary>
    public required string Place { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public required DateOnly BirthDate { get; init; }

    public Sex Sex { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Pronoun Pronoun { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? OtherPronoun { get; init; }

    public Language Language { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasDied { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateOnly? DiedOn { get; init; }

    /// <summary>The other record is not in use any more, or was merged into another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReplaced { get; init; }

    public IReadOnlyList<ImportedThing> Things { get; init; } = [];

    public IReadOnlyList<ImportedValues> Values { get; init; } = [];

    /// <summary>Sources whose values were entered in error.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];
}

/// <summary>What a file holds, and what was already left out of it while reading.</summary>
public sealed record ImportedFile(IReadOnlyList<ImportedPatient> Patients, ImportTally Tally);
