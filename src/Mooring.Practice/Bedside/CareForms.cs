using Mooring.Clinical.Sessions.Events;

namespace Mooring.Practice.Bedside;

/// <summary>Something went wrong at the site of the line.</summary>
public sealed record TroubleForm : EntryForm
{
    public string Kind { get; init; } = "";

    public string Action { get; init; } = "";

    public string? Note { get; init; }
}

public sealed record RemoveAccessForm : EntryForm
{
    public bool SiteWell { get; init; }

    public string? Note { get; init; }
}

/// <summary>A note beside something that was looked at and found well.</summary>
public sealed record LookForm : EntryForm
{
    public string? Note { get; init; }
}

/// <summary>One tap: the kind and what it is now, as <c>music|Music on</c>; or the patient's own words.</summary>
public sealed record ComfortForm : EntryForm
{
    public string? Tap { get; init; }

    public string? Other { get; init; }
}

public sealed record PersonForm : EntryForm
{
    public string? Name { get; init; }

    public string? As { get; init; }
}

/// <summary>Who goes.</summary>
public sealed record GoesForm : EntryForm
{
    public string? Name { get; init; }
}

public sealed record ConcernForm : EntryForm
{
    /// <summary>A symptom of the pack, or empty for the patient's own words.</summary>
    public string? Kind { get; init; }

    public string? Words { get; init; }
}

public sealed record AnswerForm : EntryForm
{
    public Guid Concern { get; init; }

    public string? How { get; init; }

    /// <summary>In the patient's own words.</summary>
    public string? Other { get; init; }
}

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

public sealed record FollowForm : EntryForm
{
    public Guid Event { get; init; }

    public AdverseOutcome Outcome { get; init; }

    public string? Note { get; init; }
}
