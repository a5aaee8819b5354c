using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Plans;

/// <summary>Ends whatever plan holds, and takes its open visits off the calendar.</summary>
internal static class EndingPlans
{
    /// <summary>In the pending save; contacts that follow a session already held stay, for they are still owed.</summary>
    public static async Task EndPlans(this MooringDb db, Id<Patient> patient, DateTimeOffset now, string because, CancellationToken cancel)
    {
        foreach (var plan in await db.Set<PlanRow>().Where(row => row.PatientId == patient && row.EndedAt == null).ToListAsync(cancel))
        {
            (plan.EndedAt, plan.EndedBecause) = (now, because);
            var visits = await db.Set<VisitRow>().Where(row => row.PlanId == plan.Id).ToListAsync(cancel);
            var held = visits.Where(visit => visit.SessionId is not null).Select(visit => visit.Session).ToHashSet();
            foreach (var visit in visits.Where(visit => visit.State == VisitState.Planned && !held.Contains(visit.Session)))
            {
                visit.State = VisitState.Canceled;
            }
        }
    }
}
