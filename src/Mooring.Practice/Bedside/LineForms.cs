namespace Mooring.Practice.Bedside;

public sealed record AccessForm : EntryForm
{
    public string Site { get; init; } = "";

    /// <summary>One of the content's, when nothing was typed.</summary>
    public string? Pick { get; init; }

    public string? Gauge { get; init; }

    public string? Attempts { get; init; }
}

/// <summary>A note beside something that was looked at and found well.</summary>
public sealed record LookForm : EntryForm
{
    public string? Note { get; init; }
}

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
