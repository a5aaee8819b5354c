using Mooring.Clinical.SafetyPlans;

namespace Mooring.Web.Pages.Chart.SafetyPlans;

/// <summary>What is typed into a safety plan: a box for each step.</summary>
public sealed class SafetyPlanForm
{
    public Guid Id { get; set; }

    /// <summary>The plan that the page showed; null where there was none.</summary>
    public Guid? Replaces { get; set; }

    public string? WarningSigns { get; set; }

    public string? Coping { get; set; }

    public string? Company { get; set; }

    public string? PeopleToTell { get; set; }

    public string? Professionals { get; set; }

    public string? SaferSurroundings { get; set; }

    public SafetyPlanGiven Given { get; set; }

    /// <summary>What was typed of one step; null where nothing was.</summary>
    public string? this[SafetyStep step] => step switch
    {
        SafetyStep.WarningSigns => WarningSigns,
        SafetyStep.Coping => Coping,
        SafetyStep.Company => Company,
        SafetyStep.PeopleToTell => PeopleToTell,
        SafetyStep.Professionals => Professionals,
        _ => SaferSurroundings,
    };

    public SafetyPlanDraft AsDraft() => new(Enum.GetValues<SafetyStep>().ToDictionary(step => step, step => this[step]), Given);
}
