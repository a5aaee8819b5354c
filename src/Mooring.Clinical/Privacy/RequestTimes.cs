namespace Mooring.Clinical.Privacy;

/// <summary>How a request of a patient ended.</summary>
public enum RequestOutcome
{
    Granted,
    GrantedInPart,
    Denied,
    Withdrawn,
}

/// <summary>By when a request of a patient is answered.</summary>
public static class RequestTimes
{
    /// <summary>The last day, counted from the day on which it was received.</summary>
    public static DateOnly Due(RequestClock clock, DateOnly received, bool isExtended)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return received.AddDays(clock.Within + (isExtended ? clock.Longer : 0));
    }
}
