using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>Reads the courses of a patient and counts the sessions of each, by phase; a second course begins at nothing again.</summary>
public sealed class CourseCount(MooringDb db, CourseDesk course, CourseContent content)
{
    /// <summary>Oldest first; the last is the one that goes on, or went on last. Empty before the first plan.</summary>
    public async Task<IReadOnlyList<Course>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var plans = await db.Set<PlanRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.SignedAt).ToListAsync(cancel);
        if (plans.Count == 0)
            return [];
        var kept = (await db.Set<CourseRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel)).ToDictionary(row => row.Id);
        var events = (await db.Set<CourseEventRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancel))
            .ToLookup(row => row.CourseId, row => row.What);
        var counted = await Counted(patient, plans, cancel);
        var courses = plans.Where(plan => plan.CourseId is not null).GroupBy(plan => plan.CourseId!.Value)
            .Select(same => (Id: same.Key, Plans: (IReadOnlyList<CountedPlan>)[.. same.Select(plan => counted[plan.Id])]))
            .Concat(CoursesOf.Plans([.. plans.Where(plan => plan.CourseId is null).Select(plan => counted[plan.Id])]).Select(same => (Id: new Id<Course>(same[0].Plan.Value), Plans: same)));
        return [.. courses.OrderBy(each => each.Plans[0].SignedAt).Select(each => new Course
        {
            Id = each.Id,
            ProtocolId = each.Plans[0].Protocol,
            Phases = kept.GetValueOrDefault(each.Id)?.Phases ?? Phases(each.Plans),
            Counted = each.Plans,
            Events = [.. events[each.Id]],
        })];
    }

    /// <summary>The last course; null before the first plan.</summary>
    public async Task<Course?> Now(Id<Patient> patient, CancellationToken cancel) => await Of(patient, cancel) is [.., var last] ? last : null;

    /// <summary>The course that a plan by this protocol would go on with; null when it would begin a new one.</summary>
    public async Task<Course?> Within(Id<Patient> patient, string protocol, CancellationToken cancel) =>
        await Now(patient, cancel) is { IsUnderWay: true } now && now.ProtocolId == protocol ? now : null;

    /// <summary>Whether sessions of a course are still to come, paused or not.</summary>
    public async Task<bool> IsUnderWay(Id<Patient> patient, CancellationToken cancel) => await Now(patient, cancel) is { IsUnderWay: true };

    private async Task<Dictionary<Id<Plan>, CountedPlan>> Counted(Id<Patient> patient, List<PlanRow> plans, CancellationToken cancel)
    {
        var visits = await db.Set<VisitRow>().AsNoTracking().Where(row => row.PatientId == patient && row.Kind == VisitKind.Dosing)
            .Select(row => new { row.PlanId, row.SessionId, row.Phase, row.State }).ToListAsync(cancel);
        var held = (await course.Held(patient, cancel)).ToDictionary(session => session.Id, session => session.At);
        var ofPlan = visits.ToLookup(visit => visit.PlanId);
        return plans.Select((plan, at) =>
        {
            // A plan that another took the place of ended in the moment in which that one was signed.
            var replaced = at + 1 < plans.Count && plans[at + 1].SignedAt == plan.EndedAt;
            var mine = ofPlan[plan.Id].ToList();
            return new CountedPlan(
                plan.Id,
                plan.What.ProtocolId,
                Planned(plan.What, mine.ConvertAll(visit => (visit.Phase ?? 0, IsCounted(visit.SessionId, visit.State)))),
                plan.SignedAt,
                replaced ? plan.EndedAt : null,
                replaced ? null : plan.EndedAt,
                [.. mine.Where(visit => IsHeld(visit.SessionId)).Select(visit => new HeldInPhase(held[visit.SessionId!.Value], visit.Phase ?? 0)).OrderBy(each => each.At)]);
        }).ToDictionary(plan => plan.Plan);

        bool IsHeld(Id<Session>? session) => session is { } id && held.ContainsKey(id);

        bool IsCounted(Id<Session>? session, VisitState state) => state != VisitState.Canceled && (session is null || IsHeld(session));
    }

    // What the plan lays out, or what was laid out since: after a pause, or in maintenance.
    private static List<int> Planned(Plan plan, IReadOnlyList<(int Phase, bool IsCounted)> visits)
    {
        var phases = plan.Dosings.Select(visit => visit.Phase).Concat(visits.Select(visit => visit.Phase)).DefaultIfEmpty(0).Max() + 1;
        return [.. Enumerable.Range(0, phases).Select(phase => Math.Max(plan.Dosings.Count(visit => visit.Phase == phase), visits.Count(visit => visit.IsCounted && visit.Phase == phase)))];
    }

    // Of a course that began before courses were kept; of a protocol that is gone, one phase is all that is known.
    private IReadOnlyList<PlannedPhase> Phases(IReadOnlyList<CountedPlan> plans) => content.Protocol(plans[0].Protocol) is { } protocol
        ? PlannedPhase.Of(protocol)
        : [new(PhaseKind.Induction, "Sessions", plans[0].Planned.Sum())];
}
