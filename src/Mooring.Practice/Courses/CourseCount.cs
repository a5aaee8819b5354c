using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>Counts the sessions of each course of a patient; a second course begins at nothing again.</summary>
public sealed class CourseCount(MooringDb db, CourseDesk course)
{
    /// <summary>Oldest first; the last is the one that goes on, or went on last. Empty before the first plan.</summary>
    public async Task<IReadOnlyList<CourseProgress>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var plans = await db.Set<PlanRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.SignedAt).ToListAsync(cancel);
        if (plans.Count == 0)
            return [];
        var visits = await db.Set<VisitRow>().AsNoTracking()
            .Where(row => row.PatientId == patient && row.Kind == VisitKind.Dosing && row.SessionId != null).Select(row => new { row.PlanId, row.SessionId }).ToListAsync(cancel);
        var held = (await course.Held(patient, cancel)).ToDictionary(session => session.Id, session => session.At);
        var ofPlan = visits.Where(visit => held.ContainsKey(visit.SessionId!.Value)).ToLookup(visit => visit.PlanId, visit => held[visit.SessionId!.Value]);
        return CourseProgress.All([.. plans.Select((plan, at) =>
        {
            // A plan that another took the place of ended in the moment in which that one was signed.
            var replaced = at + 1 < plans.Count && plans[at + 1].SignedAt == plan.EndedAt;
            return new CountedPlan(plan.Id, plan.What.ProtocolId, plan.What.Dosings.Count(), plan.SignedAt, replaced ? plan.EndedAt : null, replaced ? null : plan.EndedAt, [.. ofPlan[plan.Id].Order()]);
        })]);
    }

    /// <summary>The last course; null before the first plan.</summary>
    public async Task<CourseProgress?> Now(Id<Patient> patient, CancellationToken cancel) => await Of(patient, cancel) is [.., var last] ? last : null;
}
