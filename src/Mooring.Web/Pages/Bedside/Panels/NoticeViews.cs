using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Clinical.Watching;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>What stands out now: one notice for each clinical event, those nobody has acknowledged first.</summary>
internal static class NoticeViews
{
    /// <param name="shown">What the monitor shows now.</param>
    public static IEnumerable<NoticeView> Of(Session session, IReadOnlyList<Notice> notices, Clinic clinic, IReadOnlyList<Observed> shown) =>
        session.Phase >= Phase.Discharged ? [] : notices.Where(notice => notice.IsShown)
            .OrderBy(notice => notice.IsAnswered).ThenByDescending(notice => notice.Level).ThenBy(notice => notice.OpenedAt)
            .Select(notice => View(session, notice, clinic, shown));

    /// <summary>Every value of it that lay beyond, in one sentence each: where it is from, when, and what the monitor shows now if that is another.</summary>
    public static string Says(Notice notice, Clinic clinic, IReadOnlyList<Observed>? shown = null) => notice.Beyond.Count == 0
        ? $"The patient says: {notice.Title}."
        : string.Join(" ", notice.Beyond.GroupBy(one => one.Limit.Of).Select(of => Says(notice, of.First(), clinic, shown ?? [])));

    public static int OfPatient(NoticesShown shown) => shown.Notices.Count(line => !line.IsTechnical);

    /// <summary>"about the patient in 1.5 h, 2.0 an hour; 1 about signals", to stand after how many.</summary>
    public static string Tally(NoticesShown shown)
    {
        var rate = shown.Hours > 0 ? string.Create(CultureInfo.InvariantCulture, $", {OfPatient(shown) / shown.Hours:0.0} an hour") : "";
        return string.Create(CultureInfo.InvariantCulture, $"about the patient in {shown.Hours:0.0} h{rate}; {shown.Notices.Count - OfPatient(shown)} about signals");
    }

    public static string Duration(TimeSpan time) => Words.Span(time);

    private static string Says(Notice notice, Exceeded one, Clinic clinic, IReadOnlyList<Observed> shown)
    {
        var crossed = Watch.Says(one, $"{(one.IsDevice ? "by the monitor" : one.IsReadOff ? "charted from the monitor" : "by hand")} at {Words.Time(one.At, clinic)}");
        return notice.EndedAt is null && shown.FirstOrDefault(value => value.Of == one.Limit.Of) is { } now && now.At > one.At && now.Value != one.Value
            ? $"{crossed[..^1]}; monitor now {Measures.Print(now.Of, now.Value, named: false)}."
            : crossed;
    }

    // What was charted since the notice opened is charted, whoever measured it.
    private static bool IsUncharted(Session session, Notice notice) =>
        notice.Beyond.Any(one => one is { IsDevice: true, IsLost: false } && !session.Chart.Of(one.Limit.Of).Any(value => value.At >= notice.OpenedAt));

    private static NoticeView View(Session session, Notice notice, Clinic clinic, IReadOnlyList<Observed> shown) => new(
        notice.IsAnswered ? "know" : notice.Level == LimitLevel.Critical ? "stop" : "care",
        Says(notice, clinic, shown) + Looked(notice, clinic) + (IsUncharted(session, notice) ? " Not charted yet." : ""),
        notice.IsAnswered ? [] : [.. notice.Consider.Concat(notice.Beyond.GroupBy(one => one.Limit.Of).Select(of => of.First()).SelectMany(one => one.Limit.Consider)).Distinct(StringComparer.Ordinal)],
        Source(notice.Because.Count > 0 ? notice.Because : [.. notice.Beyond.Take(1).SelectMany(one => one.Limit.Because)]),
        notice.OpenedAt)
    {
        Title = notice.Title,
        Since = Since(notice, clinic),
        Answered = notice.Answers is [.., var last] && notice.IsAnswered ? $"{last.By.Name}, {Words.Time(last.At, clinic)}: {last.Action}" : null,
        AnswerBy = notice.IsAnswered ? null : notice.AnswerBy,
        Link = notice.IsAnswered ? null : notice.Concern is null ? $"/sessions/{session.Id}/notices" : $"/sessions/{session.Id}/concerns",
    };

    // What holds until somebody looks again is only as good as the last look.
    private static string Looked(Notice notice, Clinic clinic) =>
        notice.Beyond is [{ Limit.AfterDosing: not null } one, ..] ? $" Last looked at {Words.Time(one.At, clinic)}." : "";

    // The minute, not the second: what changes with each value would move under the eye.
    private static string Since(Notice notice, Clinic clinic) => notice.EndedAt is { } ended
        ? $"since {Words.Time(notice.OpenedAt, clinic)}, over at {Words.Time(ended, clinic)}"
        : $"since {Words.Time(notice.OpenedAt, clinic)}{(notice.TimeBeyond >= TimeSpan.FromMinutes(1) ? $", beyond for {Duration(notice.TimeBeyond)}" : "")}{(notice.Times > 1 ? string.Create(CultureInfo.InvariantCulture, $", came {notice.Times} times") : "")}";

    public static string Source(IReadOnlyList<Because> because) =>
        string.Join("; ", because.Select(reason => reason.At is { } at ? $"{reason.Source}, {at}" : reason.Source));
}
