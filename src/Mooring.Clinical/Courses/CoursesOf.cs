namespace Mooring.Clinical.Courses;

/// <summary>
/// Finds the courses in plans that were signed before courses were kept: the newest plan with those that it took the place of
/// before they were complete. A plan after a completed or stopped one, or by another protocol, begins a new course.
/// </summary>
public static class CoursesOf
{
    /// <param name="plans">In the order in which they were signed.</param>
    public static IReadOnlyList<IReadOnlyList<CountedPlan>> Plans(IReadOnlyList<CountedPlan> plans)
    {
        List<List<CountedPlan>> courses = [];
        foreach (var plan in plans)
        {
            if (courses is [.., [.., var before] course] && before is { ReplacedAt: not null, IsComplete: false } && before.Protocol == plan.Protocol)
                course.Add(plan);
            else
                courses.Add([plan]);
        }

        return courses;
    }
}
