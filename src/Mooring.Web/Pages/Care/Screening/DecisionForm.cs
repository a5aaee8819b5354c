using Mooring.Clinical.Screening;

namespace Mooring.Web.Pages.Care.Screening;

/// <summary>A decision on eligibility as it was typed.</summary>
public sealed class DecisionForm
{
    public Guid Id { get; set; }

    public string? Protocol { get; set; }

    public EligibilityChoice? Choice { get; set; }

    public string? Conditions { get; set; }

    public DateOnly? DeferredUntil { get; set; }

    public string? Reason { get; set; }

    // A form that sends none of a list's fields sets it to null.
    public Dictionary<string, string?> Reasons { get; set => field = value ?? []; } = [];

    public EligibilityDraft AsDraft() => new()
    {
        Choice = Choice,
        Conditions = Conditions ?? "",
        DeferredUntil = DeferredUntil,
        Reason = Reason ?? "",
        Reasons = Reasons.ToDictionary(reason => reason.Key, reason => reason.Value ?? ""),
    };
}
