using Mooring.Clinical.Courses;
using Mooring.Practice.Plans;

namespace Mooring.Web.Pages.Care.Visits;

/// <summary>To which course and phase the visits of a patient belong.</summary>
/// <param name="courses">Oldest first.</param>
public sealed class VisitCourses(IReadOnlyList<Course> courses, IReadOnlyList<PlannedVisit> visits)
{
    /// <summary>The course that goes on, or went on last; null before the first plan.</summary>
    public Course? Now { get; } = courses is [.., var last] ? last : null;

    /// <summary>The visits of that course.</summary>
    public IReadOnlyList<PlannedVisit> OfNow => [.. visits.Where(visit => CourseOf(visit) == Now)];

    /// <summary>Those before it that have visits, the newest first.</summary>
    public IReadOnlyList<(Course Course, IReadOnlyList<PlannedVisit> Visits)> Earlier =>
    [
        .. from course in courses.SkipLast(1).Reverse()
           let mine = visits.Where(visit => CourseOf(visit) == course).ToList()
           where mine.Count > 0
           select (course, (IReadOnlyList<PlannedVisit>)mine),
    ];

    /// <summary>The name of the phase that a visit belongs to; null where no course says it.</summary>
    public string? PhaseOf(PlannedVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return CourseOf(visit)?.Phases.ElementAtOrDefault(visit.What.Phase)?.Name;
    }

    private Course? CourseOf(PlannedVisit visit) => courses.FirstOrDefault(course => course.Plans.Contains(visit.Plan));
}
