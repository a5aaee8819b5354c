using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Courses;

/// <summary>
/// One patient's treatment by one protocol, from its first plan until it is stopped, completed or handed over: its phases, the
/// sessions held in each, and what was decided on the way. It has the id of the plan that began it. A later plan within it
/// changes dose, number and days; what was held stays counted.
/// </summary>
public sealed record Course
{
    public required Id<Course> Id { get; init; }

    public required string ProtocolId { get; init; }

    public required IReadOnlyList<PlannedPhase> Phases { get; init; }

    /// <summary>Its plans, oldest first; at least one.</summary>
    public required IReadOnlyList<CountedPlan> Counted { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CourseEvent> Events { get; init; } = [];

    public IReadOnlyList<Id<Plan>> Plans => [.. Counted.Select(plan => plan.Plan)];

    /// <summary>When its first plan was signed.</summary>
    public DateTimeOffset BeganAt => Counted[0].SignedAt;

    /// <summary>Sessions of this course, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Held => [.. Counted.SelectMany(plan => plan.Held).Select(held => held.At).Order()];

    /// <summary>When the first session of it was held; null before it.</summary>
    public DateTimeOffset? FirstHeld => Held is [var first, ..] ? first : null;

    /// <summary>Those held by earlier plans of the course, and all that the newest lays out.</summary>
    public int Planned => Phases.Index().Sum(phase => PlannedIn(phase.Index));

    public CourseState State => Last(CourseAct.Paused, CourseAct.Resumed, CourseAct.StoppedEarly, CourseAct.Completed, CourseAct.TransferredOut)?.Act switch
    {
        CourseAct.Paused => CourseState.Paused,
        CourseAct.StoppedEarly => CourseState.StoppedEarly,
        CourseAct.Completed => CourseState.Completed,
        CourseAct.TransferredOut => CourseState.TransferredOut,
        _ when Counted[^1].StoppedAt is not null => CourseState.StoppedEarly,
        _ => CourseState.Active,
    };

    /// <summary>It may still be acted on: active or paused.</summary>
    public bool GoesOn => State is CourseState.Active or CourseState.Paused;

    /// <summary>Sessions are still to come: it was not ended, and not all that was laid out was held.</summary>
    public bool IsUnderWay => GoesOn && !IsAllHeld;

    /// <summary>What was decided last of maintenance; null before the first decision.</summary>
    public MaintenanceDecision? Maintenance => Last(CourseAct.IntervalDecided)?.Maintenance;

    /// <summary>When that was decided.</summary>
    public DateTimeOffset? MaintenanceDecidedAt => Last(CourseAct.IntervalDecided)?.At;

    /// <summary>Everything that was laid out was held, and no maintenance goes on: a next plan begins a new course.</summary>
    public bool IsAllHeld => Maintenance is null && Counted[^1].IsComplete && Counted[^1].Planned.Sum() > 0;

    /// <summary>The phase of the next session, from 0: the first that has sessions left, or maintenance once an interval was decided.</summary>
    public int PhaseNow => Maintenance is not null ? MaintenancePhase ?? Phases.Count - 1
        : Phases.Index().Where(phase => HeldIn(phase.Index) < PlannedIn(phase.Index)).Select(phase => (int?)phase.Index).FirstOrDefault() ?? LastPhase;

    /// <summary>The phase of maintenance sessions; null where the protocol defines none.</summary>
    public int? MaintenancePhase => Phases[^1].Kind == PhaseKind.Maintenance ? Phases.Count - 1 : null;

    /// <summary>
    /// When the induction was over: its last planned session was held, a later phase began, or the course ended after its first
    /// session. Null while it goes on.
    /// </summary>
    public DateTimeOffset? InductionEndedAt
    {
        get
        {
            var induction = Counted.SelectMany(plan => plan.Held).Where(held => held.Phase == 0).Select(held => held.At).Order().ToList();
            if (induction.Count > 0 && induction.Count >= PlannedIn(0))
                return induction[^1];
            return Held.Count == 0 ? null : Counted.SelectMany(plan => plan.Held).Any(held => held.Phase > 0) ? induction.DefaultIfEmpty(Held[0]).Last() : EndedAt;
        }
    }

    /// <summary>When it was stopped, completed or handed over, or its last planned session held; null while it goes on, and before its first session.</summary>
    public DateTimeOffset? EndedAt => Held.Count == 0 ? null
        : Last(CourseAct.StoppedEarly, CourseAct.Completed, CourseAct.TransferredOut)?.At ?? Counted[^1].StoppedAt ?? (IsAllHeld ? Held[^1] : Counted[^1].ReplacedAt);

    /// <summary>Sessions held in a phase, from 0.</summary>
    public int HeldIn(int phase) => Counted.Sum(plan => plan.Held.Count(held => held.Phase == phase));

    /// <summary>Sessions of a phase: those held by earlier plans, and what the newest lays out or has held.</summary>
    public int PlannedIn(int phase) => Counted.SkipLast(1).Sum(plan => plan.Held.Count(held => held.Phase == phase))
        + Math.Max(Counted[^1].Planned.ElementAtOrDefault(phase), Counted[^1].Held.Count(held => held.Phase == phase));

    /// <summary>After how many sessions of the course the last phase of this kind ends; null where there is none.</summary>
    public int? EndOf(PhaseKind kind) => Phases.Index().Where(phase => phase.Item.Kind == kind).Select(phase => (int?)phase.Index).LastOrDefault() is { } last
        ? Enumerable.Range(0, last + 1).Sum(PlannedIn)
        : null;

    /// <summary>Whether the session of this number, from 1, was the last that its phase was planned with.</summary>
    public bool IsLastOfPhase(int session)
    {
        var phase = Counted.SelectMany(plan => plan.Held).OrderBy(held => held.At).ElementAt(session - 1).Phase;
        return Phases[Math.Min(phase, Phases.Count - 1)].Kind != PhaseKind.Maintenance && session == Enumerable.Range(0, phase + 1).Sum(PlannedIn);
    }

    private int LastPhase => Phases.Index().Last(phase => phase.Index == 0 || PlannedIn(phase.Index) > 0).Index;

    /// <summary>When a step counts that is taken now: steps are read in the order of their times, so none has the time of the one before it.</summary>
    public DateTimeOffset After(DateTimeOffset now) => Events is [.., var before] && before.At >= now ? before.At.AddTicks(1) : now;

    private CourseEvent? Last(params CourseAct[] acts) => Events.LastOrDefault(step => acts.Contains(step.Act));
}
