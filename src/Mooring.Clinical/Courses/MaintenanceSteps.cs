using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Courses;

/// <summary>A decision on the interval of maintenance sessions before it is kept. The interval is typed, never proposed.</summary>
public sealed record MaintenanceDraft
{
    /// <summary>The code of the question whether an interval outside the protocol's is meant.</summary>
    public const string Unusual = "CRS325";

    /// <summary>So many sessions are laid out at most by one decision; no clinical limit, only that a typing error fills no year.</summary>
    public const int MostVisits = 26;

    public required IntervalChoice? Choice { get; init; }

    /// <summary>Days from one session to the next.</summary>
    public required int? Days { get; init; }

    /// <summary>The day from which the next session is laid.</summary>
    public required DateOnly? First { get; init; }

    /// <summary>Sessions to lay out; null for those until the next review.</summary>
    public int? Visits { get; init; }

    public required string? Reason { get; init; }

    /// <summary>That question was answered with yes.</summary>
    public bool IsMeant { get; init; }

    /// <summary>
    /// Decides, or refuses: CRS301 to CRS303, CRS321 the choice, CRS322 the days, CRS328 days that are not what was chosen, CRS323 the
    /// induction is not over, CRS324 the protocol defines no maintenance, CRS325 an interval outside the protocol's, CRS326 the
    /// first day, CRS327 the number, CRS311 it is paused.
    /// </summary>
    /// <param name="improvement">Percent on the deciding instrument; null when it is not known.</param>
    /// <param name="relapse">The relapse signal as it stands.</param>
    public Outcome<CourseEvent> Decide(Course course, Protocol protocol, Id<CourseEvent> id, double? improvement, Finding relapse, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (CourseSteps.Against(by) is { } notTheirs)
            return notTheirs;
        if (protocol.MaintenanceInterval is not { } terms || course.MaintenancePhase is null)
            return new Refusal("CRS324", $"{protocol.Id} defines no maintenance. More sessions are planned as a new course.");
        List<Refusal> refusals = [.. CourseSteps.Reason(Reason), .. Against(course), .. Typed(course, terms, today)];
        if (refusals.Count > 0)
            return Outcome<CourseEvent>.Refuse(refusals);
        var visits = Visits ?? Math.Clamp((int)terms.ReviewEvery.AsTime!.Value.TotalDays / Days!.Value, 1, MostVisits);
        return new CourseEvent(id, CourseAct.IntervalDecided, Reason!.Trim(), by, now) { Maintenance = new(Choice!.Value, Days!.Value, visits, First!.Value, improvement, relapse) };
    }

    private static IEnumerable<Refusal> Against(Course course)
    {
        if (!course.GoesOn)
            yield return new("CRS303", "This course has ended. A new plan begins a new one.");
        else if (course.State == CourseState.Paused)
            yield return new("CRS311", "This course is paused. Resume it first.");
        else if (course.InductionEndedAt is null)
            yield return new("CRS323", $"The induction is not over: {course.HeldIn(0)} of {course.PlannedIn(0)} sessions were held.");
    }

    private IEnumerable<Refusal> Typed(Course course, MaintenanceInterval terms, DateOnly today)
    {
        if (Choice is not { } choice || (choice == IntervalChoice.Begin) != (course.Maintenance is null))
            yield return new("CRS321", "Choose whether maintenance begins, or the interval is kept, lengthened or shortened.", "choice");
        else if (Days is not { } days || days < 1)
            yield return new("CRS322", "Write the days from one session to the next as a whole number.", "days");
        else if (course.Maintenance?.Days is { } before && choice != Compared(days, before))
            yield return new("CRS328", $"The interval is {before} days now; {days} days do not {(choice == IntervalChoice.Keep ? "keep" : choice == IntervalChoice.Lengthen ? "lengthen" : "shorten")} it.", "days");
        else if (!IsMeant && (days < terms.Shortest.AsTime!.Value.TotalDays || days > terms.Longest.AsTime!.Value.TotalDays))
            yield return new(Unusual, $"The protocol's maintenance lies {terms.Shortest} to {terms.Longest} apart. Change it, or tick that {days} days are meant.", "days");
        if (First is not { } first || first < today)
            yield return new("CRS326", "Choose the day of the next session: today or later.", "first");
        if (Visits is < 1 or > MostVisits)
            yield return new("CRS327", $"Lay out 1 to {MostVisits} sessions.", "visits");
    }

    private static IntervalChoice Compared(int days, int before) => days > before ? IntervalChoice.Lengthen : days < before ? IntervalChoice.Shorten : IntervalChoice.Keep;
}
