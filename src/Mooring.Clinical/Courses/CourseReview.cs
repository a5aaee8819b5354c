namespace Mooring.Clinical.Courses;

public enum ReviewChoice
{
    Continue,
    Adjust,
    Stop,
}

/// <summary>What the prescriber decided after looking at a course.</summary>
public sealed record CourseReview(Id<Plan> Plan, ReviewChoice Choice, string Reason, int Sessions, Actor By, DateTimeOffset At)
{
    /// <summary>Percent of improvement it was decided on; null when it was not known.</summary>
    public double? Improvement { get; init; }

    /// <summary>Decides, or refuses (CRS201 to CRS203). A reason is owed whatever is chosen when improvement is unknown.</summary>
    public static Outcome<CourseReview> Decide(
        Plan plan, ReviewChoice choice, string reason, int sessions, double? improvement, Actor by, DateTimeOffset now)
    {
        List<Refusal> refusals = [];
        if (Against(by) is { } notTheirs)
            refusals.Add(notTheirs);
        if (string.IsNullOrWhiteSpace(reason) && choice != ReviewChoice.Continue)
            refusals.Add(new("CRS202", "Write why the course is adjusted or stopped.", "reason"));
        if (string.IsNullOrWhiteSpace(reason) && choice == ReviewChoice.Continue && improvement is null)
            refusals.Add(new("CRS203", "Improvement is not known. Get the score, or write why the course goes on without it.", "reason"));
        return refusals.Count > 0
            ? Outcome<CourseReview>.Refuse(refusals)
            : new CourseReview(plan.Id, choice, reason.Trim(), sessions, by, now) { Improvement = improvement };
    }

    /// <summary>Why it is not theirs to review, CRS201; null when it is.</summary>
    public static Refusal? Against(Actor by) => by.May(Right.ReviewCourses) ? null : new("CRS201", "A course is reviewed by a prescriber.", "by");
}
