namespace Mooring.Clinical.Courses;

/// <summary>What a person did to a course. Kept by name.</summary>
public enum CourseAct
{
    Paused,
    Resumed,
    StoppedEarly,
    Completed,
    TransferredOut,

    /// <summary>A prescriber decided how far apart maintenance sessions lie.</summary>
    IntervalDecided,
}

/// <summary>Where a course stands.</summary>
public enum CourseState
{
    Active,
    Paused,
    StoppedEarly,
    Completed,
    TransferredOut,
}

/// <summary>One step in the life of a course: what, why, who, when. It is added, never changed.</summary>
public sealed record CourseEvent(Id<CourseEvent> Id, CourseAct Act, string Reason, Actor By, DateTimeOffset At)
{
    /// <summary>The day on which sessions begin again; only when it was resumed.</summary>
    public DateOnly? From { get; init; }

    /// <summary>What was decided of maintenance; only by <see cref="CourseAct.IntervalDecided"/>.</summary>
    public MaintenanceDecision? Maintenance { get; init; }
}

/// <summary>Longer, shorter, or as it was.</summary>
public enum IntervalChoice
{
    Begin,
    Keep,
    Lengthen,
    Shorten,
}

/// <summary>How far apart maintenance sessions lie from now on, and what it was decided on.</summary>
/// <param name="Days">From one session to the next.</param>
/// <param name="Visits">Sessions that it lays out; the next decision lays out more.</param>
/// <param name="First">The day from which the first of them is laid.</param>
/// <param name="Improvement">Percent on the deciding instrument at its last score; null when it was not known.</param>
/// <param name="Relapse">The relapse signal as it stood.</param>
public sealed record MaintenanceDecision(IntervalChoice Choice, int Days, int Visits, DateOnly First, double? Improvement, Finding Relapse);
