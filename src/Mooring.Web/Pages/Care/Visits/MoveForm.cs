namespace Mooring.Web.Pages.Care.Visits;

/// <summary>A visit that moves, as it was typed.</summary>
public sealed class MoveForm
{
    /// <summary>The day on which the page showed it.</summary>
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? Because { get; set; }

    public bool IsClosedMeant { get; set; }
}
