namespace Mooring.Clinical;

/// <summary>What a claim of the clinical content rests on.</summary>
public enum BasisKind
{
    Label,
    Guideline,
    Trial,
    Cohort,
    Review,
    Instrument,

    /// <summary>A technical standard, or a profile of one.</summary>
    Standard,

    /// <summary>A message that a device sent, or an example of one, as found in public: true of that device on that day.</summary>
    Capture,

    /// <summary>Known, but no source was opened for it.</summary>
    GeneralKnowledge,

    /// <summary>Ours, from no source. Allowed, and shown as such.</summary>
    LocalChoice,
}

/// <summary>One reason for a claim: a source of the library, the place in it, and what kind of ground it is.</summary>
public sealed record Because
{
    /// <summary>The id of a file in <c>content/references</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Section, table or page.</summary>
    public string? At { get; init; }

    public required BasisKind Kind { get; init; }

    /// <summary>Which part it supports, where a file rests on several: the criterion, a threshold, what to do.</summary>
    public string? Supports { get; init; }
}
