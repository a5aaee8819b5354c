using Mooring.Clinical.Dosing;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Settings;

namespace Mooring.Clinical.Courses;

/// <summary>A plan before it is signed.</summary>
public sealed record PlanDraft
{
    /// <summary>The code of the question whether people are seen though the clinic is closed.</summary>
    public const string ClosedDay = "CRS112";

    public required Protocol Protocol { get; init; }

    public required DoseSheet Dose { get; init; }

    public required DateOnly FirstDosing { get; init; }

    /// <summary>Days on which the clinic sees people.</summary>
    public required IReadOnlySet<DayOfWeek> OpenDays { get; init; }

    /// <summary>When the clinic is open. Visits are laid past its closed days; a first day or a weekday that is closed is asked about.</summary>
    public OpeningTimes Opening { get; init; } = new();

    /// <summary>That question was answered with yes: people are seen on the days that were chosen, though the clinic is closed.</summary>
    public bool IsClosedMeant { get; init; }

    /// <summary>Sessions of the present phase in all, those held included, when the prescriber wants another number than is planned.</summary>
    public int? Sessions { get; init; }

    /// <summary>The course that this plan goes on with; null when it begins a new one.</summary>
    public Course? Within { get; init; }

    /// <summary>The phase of its first session, from 0.</summary>
    public int Phase => Within?.PhaseNow ?? 0;

    public IReadOnlyDictionary<string, string> Reasons { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it is not theirs to sign, CRS101; null when it is.</summary>
    public static Refusal? Against(Actor by) => by.May(Right.Prescribe) ? null : new("CRS101", "A plan is signed by a prescriber.", "signature");

    /// <summary>Signs the plan, or says every reason why it can not be signed: CRS101, CRS103 to CRS116, CRS308, CRS309 and the dose's own.</summary>
    public Outcome<Plan> Sign(PlanGround ground, DoseRules rules, Actor by, DateTimeOffset now, DateOnly today)
    {
        var visits = Schedule.For(Protocol, CourseLayout.Of(Protocol, Within, Sessions), Within?.Held.Count ?? 0, FirstDosing, new CourseDays(IsOpen));
        var exposure = Exposed(rules, ground, visits);
        List<Refusal> refusals =
        [
            .. Dose.Decide(Reasons).Refusals,
            .. exposure.Where(limit => limit.Stands && string.IsNullOrWhiteSpace(Reasons.GetValueOrDefault(limit.Id)))
                .Select(limit => new Refusal("CRS109", $"{limit.Says} The plan makes {limit.Found}. Write a reason, or space the sessions.", limit.Id)),
            .. PlanCheck.Of(this, ground, by, today),
            .. OnClosedDays(visits),
        ];
        if (refusals.Count > 0)
            return Outcome<Plan>.Refuse(refusals);

        return new Plan
        {
            Id = Id<Plan>.New(now),
            ProtocolId = Protocol.Id,
            ProtocolVersion = Protocol.Version,
            ProtocolHash = Protocol.Hash,
            Dose = Dose,
            Reasons = Reasons,
            Visits = visits,
            Days = [.. OpeningTimes.Week.Where(OpenDays.Contains)],
            SignedBy = by,
            Signature = by.Name,
            SignedAt = now,
        };
    }

    // What must be seen within a few days has no open one among them. What was asked about already is not asked again.
    private IEnumerable<Refusal> OnClosedDays(IReadOnlyList<Visit> visits)
    {
        var days = visits.Where(visit => IsInPerson(visit) && !Opening.IsOpen(visit.On)).Select(visit => visit.On).Distinct().ToList();
        return days.Count > 0 && !IsClosedMeant && Opening.IsOpen(FirstDosing) && OpenDays.All(Opening.IsOpen)
            ? days.Select(day => Opening.Asks(ClosedDay, day, "firstDosing")).OfType<Refusal>()
            : [];
    }

    private bool IsInPerson(Visit visit) =>
        visit.Kind == VisitKind.Dosing || Protocol.Visits.Any(terms => terms.InClinic && terms.Kind == visit.Kind && terms.What == visit.What);

    private bool IsOpen(DateOnly day) =>
        (IsClosedMeant && day == FirstDosing) || (OpenDays.Contains(day.DayOfWeek) && Opening.Closed.All(closed => closed.On != day));

    private static IEnumerable<LimitFinding> Exposed(DoseRules rules, PlanGround ground, IReadOnlyList<Visit> visits)
    {
        var planned = visits.Where(visit => visit.Kind == VisitKind.Dosing).Select(visit => visit.On).ToList();
        return planned.Count == 0
            ? []
            : planned
                .SelectMany(day => DosingFrequency.Check(rules, [.. ground.EarlierSessions, .. planned], day))
                .GroupBy(limit => limit.Id)
                .Select(days => days.OrderByDescending(limit => limit.Broken).First());
    }
}
