using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Surveillance;

namespace Mooring.Tests.Clinical.Courses;

/// <summary>
/// A patient's courses over years, made day by day by the product's decisions, with a tally of their own beside them that
/// knows nothing of plans and phases: it counts what was done.
/// </summary>
internal sealed class InventedCare
{
    private static readonly DateOnly FirstDay = new(2026, 3, 2);
    private readonly List<(CountedPlan Plan, Id<Course> Course, List<(DateOnly On, int Phase, int Session, bool Open)> Visits)> plans = [];
    private readonly Dictionary<Id<Course>, List<CourseEvent>> events = [];

    public DateOnly Today { get; private set; } = FirstDay;

    public DateTimeOffset Now => At(Today);

    /// <summary>What was held in each course, by the phase of its visit; counted where it happened.</summary>
    public List<List<(DateTimeOffset At, int Phase)>> Tally { get; } = [];

    public IReadOnlyList<Course> Courses =>
    [
        .. from plan in plans
           group plan by plan.Course into same
           select new Course
           {
               Id = same.Key,
               ProtocolId = same.First().Plan.Protocol,
               Phases = PlannedPhase.Of(Content.Protocol(same.First().Plan.Protocol)),
               Counted = [.. same.Select(each => each.Plan)],
               Events = [.. events[same.Key]],
           },
    ];

    public Course? Last => Courses is [.., var last] ? last : null;

    public CareTimes Care => new CareTimes(At(FirstDay)).With(Courses);

    /// <summary>The numbers and phases of the open dosing visits.</summary>
    public IReadOnlyList<(int Session, int Phase)> Open => plans.Count == 0 ? [] : [.. plans[^1].Visits.Where(visit => visit.Open).OrderBy(visit => visit.On).Select(visit => (visit.Session, visit.Phase))];

    public void Pass(int days) => Today = Today.AddDays(days);

    /// <summary>A prescriber signs a plan, as the desk would lay it.</summary>
    public void Sign(string protocol, int? sessions)
    {
        var within = Last is { GoesOn: true, IsAllHeld: false } last && last.ProtocolId == protocol ? last : null;
        if (within?.State == CourseState.Paused || (within is not null && sessions <= within.HeldIn(within.PhaseNow)))
            return;
        if (within is null && Last is { GoesOn: true } before)
            events[before.Id].Add(Step(before.IsAllHeld ? CourseAct.Completed : CourseAct.StoppedEarly));
        var layout = CourseLayout.Of(Content.Protocol(protocol), within, sessions);
        var visits = Schedule.For(Content.Protocol(protocol), layout, within?.Held.Count ?? 0, Today, new CourseDays(_ => true));
        if (plans.Count > 0 && plans[^1].Plan is { StoppedAt: null, ReplacedAt: null })
            Replace(plan => plan with { ReplacedAt = Now });
        var id = Id<Plan>.New(Now);
        var course = within?.Id ?? new Id<Course>(id.Value);
        events.TryAdd(course, []);
        if (within is null)
            Tally.Add([]);
        plans.Add((new(id, protocol, [.. Enumerable.Range(0, 4).Select(phase => visits.Count(visit => visit.Kind == VisitKind.Dosing && visit.Phase == phase))], Now, null, null, []), course, []));
        Lay(visits);
    }

    /// <summary>The next session is held today, where one is open.</summary>
    public void Hold()
    {
        if (Open.Count == 0)
            return;
        var visits = plans[^1].Visits;
        var at = visits.FindIndex(visit => visit.Open && visit.Session == Open[0].Session);
        visits[at] = visits[at] with { Open = false };
        Tally[^1].Add((Now, visits[at].Phase));
        Replace(plan => plan with { Held = [.. plan.Held, new(Now, visits[at].Phase)] });
        Pass(1);
    }

    public void Do(CourseAct act)
    {
        if (Last is not { } course || !course.Decide(Id<CourseEvent>.New(Now), act, "As agreed.", Today, PlanExample.Prescriber, Now, Today).IsDone)
            return;
        var step = course.Decide(Id<CourseEvent>.New(Now), act, "As agreed.", Today, PlanExample.Prescriber, Now, Today).Value!;
        if (act == CourseAct.Resumed)
            Lay(Schedule.For(Content.Protocol(course.ProtocolId), CourseLayout.Of(Content.Protocol(course.ProtocolId), course, null), course.Held.Count, Today, new CourseDays(_ => true)));
        else
            Clear();
        if (act is not (CourseAct.Paused or CourseAct.Resumed))
            Replace(plan => plan with { StoppedAt = Now });
        events[course.Id].Add(step);
    }

    public void Maintain(int days)
    {
        if (Last is not { } course)
            return;
        var before = course.Maintenance?.Days ?? 0;
        var choice = before == 0 ? IntervalChoice.Begin : days.CompareTo(before) switch { > 0 => IntervalChoice.Lengthen, < 0 => IntervalChoice.Shorten, _ => IntervalChoice.Keep };
        var draft = new MaintenanceDraft { Choice = choice, Days = days, First = Today, Reason = "As agreed.", IsMeant = true };
        if (!draft.Decide(course, Content.Protocol(course.ProtocolId), Id<CourseEvent>.New(Now), null, Finding.Unknown, PlanExample.Prescriber, Now, Today).IsDone)
            return;
        var step = draft.Decide(course, Content.Protocol(course.ProtocolId), Id<CourseEvent>.New(Now), null, Finding.Unknown, PlanExample.Prescriber, Now, Today).Value!;
        Clear();
        events[course.Id].Add(step);
        var phase = course.MaintenancePhase!.Value;
        Lay(Schedule.For(Content.Protocol(course.ProtocolId), [CourseLayout.Maintenance(phase, "Maintenance", days, step.Maintenance!.Visits)], course.Held.Count, Today, new CourseDays(_ => true)));
    }

    private void Lay(IReadOnlyList<Visit> visits)
    {
        plans[^1].Visits.AddRange(visits.Where(visit => visit.Kind == VisitKind.Dosing).Select(visit => (visit.On, visit.Phase, visit.Session, true)));
        // Counted as the desk counts: what the plan laid out, or what stands on the calendar now.
        Replace(plan => plan with { Planned = [.. plan.Planned.Select((planned, phase) => Math.Max(planned, plans[^1].Visits.Count(visit => visit.Phase == phase && visit.Open) + plan.Held.Count(held => held.Phase == phase)))] });
    }

    private void Clear() => plans[^1].Visits.RemoveAll(visit => visit.Open);

    private void Replace(Func<CountedPlan, CountedPlan> change) => plans[^1] = (change(plans[^1].Plan), plans[^1].Course, plans[^1].Visits);

    private CourseEvent Step(CourseAct act) => new(Id<CourseEvent>.New(Now), act, "A new plan.", PlanExample.Prescriber, Now);

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new(15, 0)), TimeSpan.Zero);
}
