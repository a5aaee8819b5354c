using Mooring.Clinical.Monitoring;

namespace Mooring.Practice.Bedside;

/// <summary>Which notice was seen, and what was done.</summary>
public sealed record AcknowledgeForm : EntryForm
{
    public string Group { get; init; } = "";

    /// <summary>When it opened, in ticks of universal time: with the group it names the notice.</summary>
    public long OpenedAt { get; init; }

    public string? Action { get; init; }
}

public sealed record OwnLimitForm : EntryForm
{
    public string Of { get; init; } = "";

    public LimitLevel Level { get; init; }

    public BoundKind Kind { get; init; }

    public string? Value { get; init; }

    public string Reason { get; init; } = "";

    public bool ForCourse { get; init; }
}

public sealed record LiftLimitForm : EntryForm
{
    public string Of { get; init; } = "";

    public LimitLevel Level { get; init; }

    public BoundKind Kind { get; init; }

    public string Reason { get; init; } = "";
}
