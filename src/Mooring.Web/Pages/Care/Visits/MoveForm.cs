namespace Mooring.Web.Pages.Care.Visits;

/// <summary>A visit that moves, as it was typed.</summary>
public sealed class MoveForm
{
    /// <summary>The day on which the page showed it.</summary>
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Because { get; set; }

    public bool IsClosedMeant { get; set; }

    public bool IsOutsideMeant { get; set; }

    /// <summary>For the desk, which judges it.</summary>
    public Mooring.Practice.Plans.VisitMoveForm AsForm() => new(To, Because) { From = From, IsClosedMeant = IsClosedMeant, IsOutsideMeant = IsOutsideMeant };
}
