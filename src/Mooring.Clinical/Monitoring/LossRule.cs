namespace Mooring.Clinical.Monitoring;

/// <summary>
/// A number that stands out by its absence: it had been coming, and stopped while devices at the chair went on. Only the
/// number is known. Nothing here reads a waveform, and nothing says whether the patient breathes.
/// </summary>
public sealed record LossRule
{
    /// <summary>Names the notice, as a group does.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The code of the vital sign.</summary>
    public required string Of { get; init; }

    /// <summary>Missed for longer than this.</summary>
    public required TimeSpan After { get; init; }

    public required LimitLevel Level { get; init; }

    public required string Label { get; init; }

    public required IReadOnlyList<string> Consider { get; init; }

    /// <summary>What may have been done, each one tap, in the past tense.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>For a notice to stand on; it bounds no value.</summary>
    internal Limit AsLimit() => new() { Id = Id, Of = Of, Level = Level, Label = Label, Consider = Consider, Because = Because };
}
