namespace Mooring.Clinical.Surveillance;

/// <summary>The moments of one person's care that questionnaires and checks are counted from, and what the person is treated for.</summary>
public sealed record CareTimes(DateTimeOffset ReferredAt)
{
    /// <summary>Every session held, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Sessions { get; init; } = [];

    /// <summary>The first session of the course that goes on, or went on last; null before.</summary>
    public DateTimeOffset? InductionBeganAt { get; init; }

    /// <summary>When the induction of that course was over: its last session was held, or the course ended early; null before.</summary>
    public DateTimeOffset? InductionEndedAt { get; init; }

    /// <summary>When a further course was planned that has no session yet; its baseline is asked for anew. Null otherwise.</summary>
    public DateTimeOffset? AwaitsFirstSince { get; init; }

    /// <summary>The last course was handed over to another clinic, which now asks and watches.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>What the protocol sends and asks around the sessions of that course.</summary>
    public IReadOnlyList<CourseTimepoint> Timepoints { get; init; } = [];

    /// <summary>The first moment of today where a session is held or planned today.</summary>
    public DateTimeOffset? SessionDay { get; init; }

    public int? Age { get; init; }

    /// <summary>ICD-10-CM codes of what the person is treated for: the plan's protocol, or the person's own list before there is one.</summary>
    public IReadOnlyList<string> TreatedFor { get; init; } = [];

    /// <summary>The monitoring pack of the last plan; null before there is one.</summary>
    public string? Monitoring { get; init; }

    /// <summary>ICD-10-CM codes of every condition the person has now.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}
