using Mooring.Clinical.Surveillance;

namespace Mooring.Clinical.Courses;

/// <summary>The moments of a patient's courses that questionnaires and checks are counted from.</summary>
public static class CourseMoments
{
    /// <param name="courses">Every course, oldest first.</param>
    public static CareTimes With(this CareTimes care, IReadOnlyList<Course> courses)
    {
        // Until a second course has its first session, the first one's end is what is counted from.
        var course = courses.LastOrDefault(each => each.Held.Count > 0);
        var last = courses is [.., var newest] ? newest : null;
        return care with
        {
            Sessions = [.. courses.SelectMany(each => each.Held).Concat(care.Sessions).Distinct().Order()],
            InductionBeganAt = course?.Held[0],
            InductionEndedAt = course?.InductionEndedAt,
            AwaitsFirstSince = last is { GoesOn: true, Held.Count: 0 } && course is not null ? last.BeganAt : null,
            IsElsewhere = last?.State == CourseState.TransferredOut,
        };
    }
}
