using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>The next step of a way as a line of the work list.</summary>
internal static class StepTasks
{
    /// <summary>Null where nothing waits, or another list says it.</summary>
    public static Wait? Of(Id<Patient> patient, PathwayFacts facts, PathwayStep step, DateOnly today)
    {
        if (!Enum.TryParse<TaskKind>(step.Act.ToString(), out var kind) || IsElsewhere(facts, step, today))
            return null;
        var isSoon = facts.Referral?.Urgency == Urgency.Soon && facts.Screening is null;
        return new(kind, patient.Value, $"{Verb(step)}: {Wait.Name}", step.Says, step.By)
        {
            Since = step.Since,
            Due = step.Due,
            NotFor = step.NotBy,
            UrgentFrom = isSoon ? step.Since ?? facts.Referral!.ReceivedAt : null,
        };
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
