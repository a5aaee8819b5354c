namespace Mooring.Clinical.Courses;

/// <summary>What a prescriber may do to a course: pause, resume, stop early, complete, hand over.</summary>
public static class CourseSteps
{
    /// <summary>Letters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>
    /// Decides, or refuses: CRS301 who may, CRS302 the reason, CRS303 it has ended, CRS304 it is paused already, CRS305 nothing to
    /// resume, CRS306 the day from which sessions begin again, CRS307 sessions are left.
    /// </summary>
    /// <param name="from">The day of the first session after a pause; asked for by nothing else.</param>
    public static Outcome<CourseEvent> Decide(this Course course, Id<CourseEvent> id, CourseAct act, string? reason, DateOnly? from, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (Against(by) is { } notTheirs)
            return notTheirs;
        List<Refusal> refusals = [.. Reason(reason), .. Against(course, act)];
        if (act == CourseAct.Resumed && (from is not { } day || day < today))
            refusals.Add(new("CRS306", "Choose the day of the next session: today or later.", "from"));
        return refusals.Count > 0
            ? Outcome<CourseEvent>.Refuse(refusals)
            : new CourseEvent(id, act, reason!.Trim(), by, now) { From = act == CourseAct.Resumed ? from : null };
    }

    /// <summary>Why it is not theirs, CRS301; null when it is.</summary>
    public static Refusal? Against(Actor by) => by.May(Right.ReviewCourses) ? null : new("CRS301", "A prescriber decides how a course goes on.");

    internal static IEnumerable<Refusal> Reason(string? reason)
    {
        if (reason?.Trim() is not { Length: > 0 and <= LongestReason })
            yield return new("CRS302", $"Write why, in {LongestReason} letters at most.", "reason");
    }

    private static IEnumerable<Refusal> Against(Course course, CourseAct act)
    {
        if (!course.GoesOn)
            yield return new("CRS303", "This course has ended. A new plan begins a new one.");
        else if (act == CourseAct.Paused && course.State == CourseState.Paused)
            yield return new("CRS304", "This course is paused already; look at the page again.");
        else if (act == CourseAct.Resumed && course.State != CourseState.Paused)
            yield return new("CRS305", "This course is not paused, so there is nothing to resume.");
        else if (act == CourseAct.Completed && course is { IsAllHeld: false, Maintenance: null })
            yield return new("CRS307", $"{course.Planned - course.Held.Count} planned sessions were not held. Stop the course early, or hold them.");
    }
}
