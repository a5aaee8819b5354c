using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Care.Courses;

/// <summary>How the page of a course says states and steps.</summary>
public static class CourseWords
{
    public static string Of(CourseState state) => state switch
    {
        CourseState.Active => "Goes on",
        CourseState.Paused => "Paused",
        CourseState.StoppedEarly => "Stopped early",
        CourseState.Completed => "Completed",
        _ => "Handed over",
    };

    /// <summary>How loud the state is shown.</summary>
    public static string Level(CourseState state) => state switch { CourseState.Active => "good", CourseState.Paused => "first", _ => "know" };

    /// <summary>What can be done, as an order.</summary>
    public static string Of(CourseAct act) => act switch
    {
        CourseAct.Paused => "Pause: open visits leave the calendar",
        CourseAct.Resumed => "Resume: the sessions that are left are laid out anew",
        CourseAct.StoppedEarly => "Stop early: the plan ends",
        CourseAct.Completed => "Complete: the plan ends as intended",
        CourseAct.TransferredOut => "Hand over to another clinic: the plan ends, and nothing more is asked",
        _ => "Interval",
    };

    /// <summary>What was done.</summary>
    public static string Of(CourseEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step switch
        {
            { Act: CourseAct.Paused } => "Paused",
            { Act: CourseAct.Resumed, From: { } from } => $"Resumed from {Words.Day(from)}",
            { Act: CourseAct.StoppedEarly } => "Stopped early",
            { Act: CourseAct.Completed } => "Completed",
            { Act: CourseAct.TransferredOut } => "Handed over",
            { Maintenance: { } every } => $"Maintenance {Done(every.Choice)}, every {every.Days} days",
            _ => "Resumed",
        };
    }

    public static string Of(IntervalChoice choice) => choice switch
    {
        IntervalChoice.Begin => "Begin maintenance",
        IntervalChoice.Keep => "Keep the interval",
        IntervalChoice.Lengthen => "Lengthen it",
        _ => "Shorten it",
    };

    public static string Of(Finding finding) => finding switch { Finding.Met => "yes", Finding.NotMet => "no", _ => "not known" };

    private static string Done(IntervalChoice choice) => choice switch { IntervalChoice.Begin => "begun", IntervalChoice.Keep => "kept", IntervalChoice.Lengthen => "lengthened", _ => "shortened" };
}
