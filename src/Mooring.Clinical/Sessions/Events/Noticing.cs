using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions.Events;

/// <summary>Somebody has seen a notice and says what they did.</summary>
/// <param name="Group">What the notice was about, such as <c>pressure</c>.</param>
/// <param name="OpenedAt">When it opened: the two together name it.</param>
/// <param name="Level">How grave it was when they saw it.</param>
public sealed record NoticeAcknowledged(string Group, DateTimeOffset OpenedAt, LimitLevel Level, string Action) : SessionEvent;

/// <summary>A prescriber set this patient's own limit; it stands in place of the pack's on that side.</summary>
/// <param name="Of">The code of a vital sign or a scale.</param>
/// <param name="Value">In the unit of what it bounds.</param>
/// <param name="ForCourse">Taken over into the next sessions, too.</param>
public sealed record OwnLimitSet(string Of, LimitLevel Level, BoundKind Kind, double Value, string Reason, Actor Prescriber, bool ForCourse = false) : SessionEvent;

/// <summary>A prescriber took the own limit back: the pack's holds again.</summary>
public sealed record OwnLimitLifted(string Of, LimitLevel Level, BoundKind Kind, string Reason) : SessionEvent;

/// <summary>One notice as it was shown.</summary>
public sealed record NoticeLine(string Group, LimitLevel Level, DateTimeOffset OpenedAt, DateTimeOffset EndedAt)
{
    /// <summary>When somebody acknowledged it; null when nobody did.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The time beyond the limit, in seconds.</summary>
    public double SecondsBeyond { get; init; }

    /// <summary>About a signal, not about the patient.</summary>
    public bool IsTechnical { get; init; }
}

/// <summary>All notices of the session, counted when the patient left: what was shown belongs to the record.</summary>
/// <param name="Hours">From check-in to leaving.</param>
public sealed record NoticesShown(double Hours, IReadOnlyList<NoticeLine> Notices) : SessionEvent;
