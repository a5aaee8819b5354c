using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>The next step of a way as a line on the front page.</summary>
public static class StepTasks
{
    private static readonly Dictionary<PathwayAct, (string Place, string Icon)> Acts = new()
    {
        [PathwayAct.AskQuestionnaires] = ("questionnaires", "list-checks"),
        [PathwayAct.TakeHistory] = ("history", "clipboard-list"),
        [PathwayAct.DecideScreening] = ("screening", "clipboard-list"),
        [PathwayAct.SignConsent] = ("consent", "signature"),
        [PathwayAct.MakePlan] = ("plan", "square-pen"),
        [PathwayAct.SignPlan] = ("plan", "signature"),
        [PathwayAct.OpenSession] = ("sessions", "armchair"),
        [PathwayAct.SettleRisk] = ("risk", "shield-alert"),
        [PathwayAct.Review] = ("review", "chart-line"),
    };

    /// <summary>Null where nothing waits, or another list says it.</summary>
    public static WaitingTask? Of(Id<Patient> patient, string name, PathwayFacts facts, PathwayStep step, DateOnly today)
    {
        if (!Acts.TryGetValue(step.Act, out var act) || IsElsewhere(facts, step, today))
            return null;
        return new($"{Verb(step)}: {name}", step.Says, $"/patients/{patient}/{act.Place}", facts.Referral?.Urgency == Urgency.Soon && facts.Screening is null, step.By, act.Icon, step.Since, step.Due) { NotFor = step.NotBy };
    }

    private static string Verb(PathwayStep step) => step.Act switch
    {
        PathwayAct.SettleRisk => "Decide whether dosing may go on",
        _ => step.Title,
    };

    private static bool IsElsewhere(PathwayFacts facts, PathwayStep step, DateOnly today) => step.Act switch
    {
        // The open step itself is on the list of risk; here is only the decision of the day before a dose that stands on the calendar.
        PathwayAct.SettleRisk => facts.RiskOpen || facts.Sessions?.NextOn is not { } on || on > today,
        PathwayAct.OpenSession => facts.Sessions?.NextOn != today,
        PathwayAct.SignConsent => facts.Consent is { IsWithdrawn: true },
        PathwayAct.DecideScreening => facts.Screening is { Eligibility: Eligibility.Deferred },
        PathwayAct.TakeHistory => facts.IsTold,
        _ => false,
    };
}
