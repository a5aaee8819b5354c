using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>What somebody is treated on and that ends soon: a consent, an eligibility. What has ended is the next step of the way itself.</summary>
internal static class ExpiringTasks
{
    public static IEnumerable<Wait> Of(Id<Patient> patient, PathwayFacts facts, DateOnly today, DaysAhead ahead)
    {
        // Nobody renews what nothing stands on.
        if (facts.Plan?.SignedAt is null)
            yield break;
        if (facts.Consent is { IsWithdrawn: false, Until: var consent } && IsSoon(consent, ahead.Consent))
            yield return new(TaskKind.ConsentExpires, patient.Value, $"Consent ends soon: {Wait.Name}", "Go through it again before it ends, or the next session does not open.", [Role.Prescriber, Role.Nurse, Role.Therapist]) { Due = consent };
        if (facts.Screening is { Eligibility: Eligibility.Eligible or Eligibility.EligibleWithConditions, AwaitsDirector: false, Until: { } until } && IsSoon(until, ahead.Eligibility))
            yield return new(TaskKind.EligibilityExpires, patient.Value, $"Eligibility ends soon: {Wait.Name}", "Decide on screening again before it ends, or the next session does not open.", [Role.Prescriber]) { Due = until };

        bool IsSoon(DateOnly until, TimeSpan before) => today <= until && until.DayNumber - today.DayNumber <= before.TotalDays;
    }
}
