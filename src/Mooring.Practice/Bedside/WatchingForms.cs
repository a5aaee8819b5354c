using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;

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

/// <summary>Pressure and pulse at rest, and after one and three minutes of standing; what was not measured stays empty.</summary>
public sealed record StandingForm : EntryForm
{
    public Position From { get; init; } = Position.Seated;

    public string? RestSystolic { get; init; }

    public string? RestDiastolic { get; init; }

    public string? RestRate { get; init; }

    public string? OneSystolic { get; init; }

    public string? OneDiastolic { get; init; }

    public string? OneRate { get; init; }

    public string? ThreeSystolic { get; init; }

    public string? ThreeDiastolic { get; init; }

    public string? ThreeRate { get; init; }

    public bool Dizzy { get; init; }
}
