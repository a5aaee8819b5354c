using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>A clock of the top bar. Exactly one of the three is set.</summary>
/// <param name="Since">A running clock since then.</param>
/// <param name="Until">A countdown to then.</param>
/// <param name="Says">Words instead of a clock.</param>
public sealed record ClockView(string Label, DateTimeOffset? Since = null, DateTimeOffset? Until = null, string? Says = null)
{
    public bool IsMain { get; init; }
}

/// <summary>Something to do, and where.</summary>
public sealed record DueView(string Says, string By, DateTimeOffset At, bool IsNow, string Link)
{
    /// <summary>The last part of its address, without the place on the page.</summary>
    public string Page => Link.Split('#')[0].Split('/', 4)[^1];

    /// <summary>Whose work it is: for others there is no way to it.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>It waits for somebody since <see cref="At"/>, and has no hour at which it is late.</summary>
    public bool IsStep { get; init; }

    /// <summary>Shown also where there is room for the first few only.</summary>
    public bool Stays { get; init; }
}

/// <summary>A value beyond a limit: a sentence, what may be considered, and what the limit rests on.</summary>
public sealed record NoticeView(string Level, string Says, IReadOnlyList<string> Consider, string Source, DateTimeOffset? At = null)
{
    /// <summary>What it is about, in a word or two.</summary>
    public string? Title { get; init; }

    /// <summary>"beyond for 4 min", "over since 14:05".</summary>
    public string? Since { get; init; }

    /// <summary>Who acknowledged it, and what they did.</summary>
    public string? Answered { get; init; }

    /// <summary>Until when it is to be acknowledged.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Where it is acknowledged; null when it needs nothing.</summary>
    public string? Link { get; init; }
}

/// <summary>One line of the timeline.</summary>
/// <param name="Struck">Why it counts no longer.</param>
/// <param name="Correct">Where it is corrected; null when it can not be.</param>
public sealed record LineView(DateTimeOffset At, string Time, string Kind, string Says, string By, string? Struck, string? Correct)
{
    /// <summary>The lines that this one stands for, to be opened; empty for a line of its own.</summary>
    public IReadOnlyList<LineView> Folded { get; init; } = [];
}

/// <summary>
/// Everything at the chair that changes by itself. Made from the session, what the devices say and the clock alone, so
/// that a page and a live fragment can not show two truths.
/// </summary>
public sealed record BedsideView
{
    public required Id<Session> Session { get; init; }

    public required Phase Phase { get; init; }

    public required string PhaseSays { get; init; }

    public string? PhaseDetail { get; init; }

    public required bool IsEmergency { get; init; }

    /// <summary>Which of the big actions of this moment are shown: see <see cref="ActStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>When the record was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public required Clinic Clinic { get; init; }

    public required IReadOnlyList<ClockView> Clocks { get; init; }

    public required IReadOnlyList<VitalView> Values { get; init; }

    public required IReadOnlyList<DueView> Due { get; init; }

    public required IReadOnlyList<NoticeView> Notices { get; init; }

    /// <summary>About the signals, not about the patient: in a place of their own.</summary>
    public required IReadOnlyList<NoticeView> Signals { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<LineView> Timeline { get; init; }

    /// <param name="picture">What stands out, from journal and devices; null for what was charted alone.</param>
    public static BedsideView Of(Session session, LatestReadings latest, DateTimeOffset now, Clinic clinic, NoticePicture? picture = null)
    {
        var phase = session.PhaseAt(now);
        var notices = picture?.Notices ?? Clinical.Watching.Notices.Of(session, now);
        var due = Clinical.Watching.Due.Next(session, session.Pack, now, notices);
        return new()
        {
            Session = session.Id,
            Phase = phase,
            PhaseSays = PhaseWords.Of(phase, session),
            PhaseDetail = PhaseWords.Detail(session),
            IsEmergency = session.EmergencySince is not null,
            State = ActStates.Of(session, now),
            ClosedAt = session.Phase == Phase.Signed ? session.Steps[^1].Since : null,
            Clinic = clinic,
            Clocks = [.. ClockViews.Of(session, phase, due, now)],
            Values = VitalViews.Of(session, latest, now),
            Due = [.. due.Select(item => DueLinks.View(session, item, now))],
            Notices = [.. NoticeViews.Of(session, notices, clinic, MonitorOffer.Shown(session, latest, now))],
            Signals = [.. SignalViews.Of(session, latest, picture?.Gaps ?? [], notices, now, clinic)],
            Timeline = TimelineViews.Of(session, clinic),
        };
    }
}
