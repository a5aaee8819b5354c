namespace Mooring.Clinical.Courses;

/// <summary>A plan as a course is counted by it.</summary>
/// <param name="Planned">Dosing sessions that it lays out.</param>
/// <param name="ReplacedAt">When a later plan took its place; null for the newest, and for one that was stopped.</param>
/// <param name="StoppedAt">When it ended without another in its place.</param>
/// <param name="Held">Its sessions in which something was given, oldest first.</param>
public sealed record CountedPlan(
    Id<Plan> Plan, string Protocol, int Planned, DateTimeOffset SignedAt, DateTimeOffset? ReplacedAt, DateTimeOffset? StoppedAt, IReadOnlyList<DateTimeOffset> Held)
{
    public bool IsComplete => Held.Count >= Planned;
}

/// <summary>
/// The course that a patient is in, or was in last: the newest plan with those that it took the place of before they were
/// complete. A plan after a completed or stopped one, or by another protocol, begins a new course, counted from nothing.
/// </summary>
/// <param name="Held">Sessions of this course, oldest first.</param>
/// <param name="Planned">Those held by earlier plans of the course, and all that the newest lays out.</param>
/// <param name="EndedAt">When its last planned session was held, or when it was stopped early; null while it goes on.</param>
public sealed record CourseProgress(IReadOnlyList<Id<Plan>> Plans, IReadOnlyList<DateTimeOffset> Held, int Planned, DateTimeOffset BeganWith, DateTimeOffset? EndedAt)
{
    /// <summary>Every course, oldest first.</summary>
    /// <param name="plans">In the order in which they were signed.</param>
    public static IReadOnlyList<CourseProgress> All(IReadOnlyList<CountedPlan> plans)
    {
        List<List<CountedPlan>> courses = [];
        foreach (var plan in plans)
        {
            if (courses is [.., [.., var before] course] && before is { ReplacedAt: not null, IsComplete: false } && before.Protocol == plan.Protocol)
                course.Add(plan);
            else
                courses.Add([plan]);
        }

        return [.. courses.Select(Of)];
    }

    private static CourseProgress Of(List<CountedPlan> plans)
    {
        var last = plans[^1];
        IReadOnlyList<DateTimeOffset> held = [.. plans.SelectMany(plan => plan.Held).Order()];
        var complete = last.IsComplete && last.Planned > 0 ? last.Held[last.Planned - 1] : (DateTimeOffset?)null;
        return new(
            [.. plans.Select(plan => plan.Plan)],
            held,
            plans.SkipLast(1).Sum(plan => plan.Held.Count) + last.Planned,
            plans[0].SignedAt,
            complete ?? (held.Count > 0 ? last.StoppedAt ?? last.ReplacedAt : null));
    }
}
