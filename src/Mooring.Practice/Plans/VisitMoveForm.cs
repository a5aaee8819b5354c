namespace Mooring.Practice.Plans;

/// <summary>Where a planned contact goes, as typed.</summary>
public sealed record VisitMoveForm(DateOnly? To, string? Because)
{
    /// <summary>The day on which the page showed it; null when that is not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The clinic is closed on that day, and the visit is held all the same.</summary>
    public bool IsClosedMeant { get; init; }

    /// <summary>The plan wants it on other days, and this one is meant.</summary>
    public bool IsOutsideMeant { get; init; }
}
