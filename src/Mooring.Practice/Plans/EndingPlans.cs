using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
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
            await db.CancelOpen(plan.Id, cancel);
        }
    }

    /// <summary>Takes the open visits of a plan off the calendar, in the pending save; what follows a session already held stays.</summary>
    public static async Task CancelOpen(this MooringDb db, Id<Plan> plan, CancellationToken cancel)
    {
        var visits = await db.Set<VisitRow>().Where(row => row.PlanId == plan).ToListAsync(cancel);
        var held = visits.Where(visit => visit.SessionId is not null).Select(visit => visit.Session).ToHashSet();
        foreach (var visit in visits.Where(visit => visit.State == VisitState.Planned && !held.Contains(visit.Session)))
            visit.State = VisitState.Canceled;
    }

    /// <summary>Puts visits onto the calendar of a plan, in the pending save.</summary>
    /// <param name="word">Why a visit is not on a day that the plan wants; null when it is.</param>
    public static void Lay(this MooringDb db, Id<Patient> patient, Id<Plan> plan, IReadOnlyList<Visit> visits, DateTimeOffset now, Func<Visit, string?>? word = null) => db.AddRange(visits.Select(visit => new VisitRow
    {
        Id = Id<Visit>.New(now),
        PatientId = patient,
        PlanId = plan,
        Kind = visit.Kind,
        Session = visit.Session,
        Phase = visit.Phase,
        On = visit.On,
        Until = visit.Until,
        What = visit.What,
        Instruments = visit.Instruments,
        MovedBecause = word?.Invoke(visit),
    }));
}
