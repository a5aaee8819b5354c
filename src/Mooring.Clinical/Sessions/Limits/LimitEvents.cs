using System.Globalization;
using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Limits;

/// <summary>Somebody has seen a notice and says what they did.</summary>
/// <param name="Group">What the notice was about, such as <c>pressure</c>.</param>
/// <param name="OpenedAt">When it opened: the two together name it.</param>
/// <param name="Level">How grave it was when they saw it.</param>
[Journaled("notice-acknowledged", EventKind.Event)]
public sealed record NoticeAcknowledged(string Group, DateTimeOffset OpenedAt, LimitLevel Level, string Action) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Notice acknowledged ({Group}, {Words(Level)}): {Action}.";
}

/// <summary>A prescriber set this patient's own limit; it stands in place of the pack's on that side.</summary>
/// <param name="Of">The code of a vital sign or a scale.</param>
/// <param name="Value">In the unit of what it bounds.</param>
/// <param name="ForCourse">Taken over into the next sessions, too.</param>
[Journaled("own-limit", EventKind.Session)]
public sealed record OwnLimitSet(string Of, LimitLevel Level, BoundKind Kind, double Value, string Reason, Actor Prescriber, bool ForCourse = false) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Patient limit: {Measures.NameOf(Of)} {Measures.PrintBound(Of, Kind, Value)}, {Words(Level)}, {(ForCourse ? "for the course" : "for this session")}, by {Prescriber.Name}: {Reason}.";
}

/// <summary>A prescriber took the own limit back: the pack's holds again.</summary>
[Journaled("own-limit-lifted", EventKind.Session)]
public sealed record OwnLimitLifted(string Of, LimitLevel Level, BoundKind Kind, string Reason) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Patient limit taken back: {Measures.NameOf(Of)}, {Words(Level)}: {Reason}.";
}

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
[Journaled("notices-shown", EventKind.Session)]
public sealed record NoticesShown(double Hours, IReadOnlyList<NoticeLine> Notices) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Notices in {N(Hours)} h: {Count(technical: false)} about the patient, {Count(technical: true)} about signals.";

    private string Count(bool technical) => Notices.Count(line => line.IsTechnical == technical).ToString(CultureInfo.InvariantCulture);
}
