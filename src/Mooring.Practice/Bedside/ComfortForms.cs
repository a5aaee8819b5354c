namespace Mooring.Practice.Bedside;

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
