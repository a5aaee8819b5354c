
using Mooring.Clinical.Sessions.Rescuing;

namespace Mooring.Practice.Bedside;

public sealed record OxygenForm : EntryForm
{
    public string? Flow { get; init; }

    public string? Through { get; init; }
}

public sealed record StopOxygenForm : EntryForm
{
    public string? Reason { get; init; }
}

/// <summary>A medicine given on an order.</summary>
public sealed record RescueForm : EntryForm
{
    public string? Medicine { get; init; }

    public string? Dose { get; init; }

    public string? Route { get; init; }

    public string? For { get; init; }

    public string? OrderedBy { get; init; }

    public OrderWay Way { get; init; }

    /// <summary>The time of day of the order; empty for when it was given.</summary>
    public string? OrderedAt { get; init; }

    public bool ReadBack { get; init; }
}

public sealed record EffectForm : EntryForm
{
    public Guid Given { get; init; }

    public Effect? Effect { get; init; }

    public string? Note { get; init; }
}
