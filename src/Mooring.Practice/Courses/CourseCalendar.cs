using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Settings;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>On which days what is left of a course is laid.</summary>
internal static class CourseCalendar
{
    /// <summary>The weekdays of the newest plan of the course.</summary>
    /// <param name="from">The day from which sessions go on, as it was chosen.</param>
    public static async Task<CourseDays> Days(this MooringDb db, Course course, OpeningTimes opening, DateOnly from, CancellationToken cancel)
    {
        var newest = course.Plans[^1];
        return CourseDays.Of((await db.Set<PlanRow>().AsNoTracking().SingleAsync(row => row.Id == newest, cancel)).What.Days, opening, from);
    }
}
