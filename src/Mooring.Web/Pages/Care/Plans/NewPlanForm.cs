namespace Mooring.Web.Pages.Care.Plans;

/// <summary>What a prescriber typed into a new plan, as it was sent; nothing of it is read as a number yet.</summary>
public sealed class NewPlanForm
{
    public Guid Id { get; set; }

    public string? Weight { get; set; }

    public DateOnly? WeighedOn { get; set; }

    public string? WeightAgain { get; set; }

    public string? Dose { get; set; }

    public string? DoseUnit { get; set; }

    public string? Minutes { get; set; }

    public string? Bag { get; set; }

    public string? Stock { get; set; }

    public string? Sessions { get; set; }

    public DateOnly? FirstDosing { get; set; }

    public bool IsClosedMeant { get; set; }

    // A form that sends none of a list's fields sets it to null.
    public Dictionary<string, bool> Open { get; set => field = value ?? []; } = [];

    public Dictionary<string, string?> Reasons { get; set => field = value ?? []; } = [];

    public string? Act { get; set; }
}
