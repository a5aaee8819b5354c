namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>One tile: what is known of a vital sign now. A value that nobody has is said to be missing, never left out.</summary>
/// <param name="Sign">The color: hr, spo2, nibp, rr, etco2, temp, pump or nothing.</param>
/// <param name="Short">As on a monitor.</param>
/// <param name="Name">In words.</param>
public sealed record VitalView(string Sign, string Short, string Name)
{
    /// <summary>Null when there is none yet.</summary>
    public string? Value { get; init; }

    /// <summary>The mean pressure beside systolic and diastolic.</summary>
    public string? Mean { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>"high" or "low" when beyond a limit.</summary>
    public string? Limit { get; init; }

    /// <summary>The limit in words.</summary>
    public string? LimitSays { get; init; }

    /// <summary>"Monitor" or "by hand".</summary>
    public string From { get; init; } = "by hand";

    public DateTimeOffset? At { get; init; }

    /// <summary>How old it may grow before it looks old; null for values that are always read with their age.</summary>
    public TimeSpan? StaleAfter { get; init; }

    public bool IsStale { get; init; }
}
