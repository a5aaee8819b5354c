using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Storage.Telemetry;
using Mooring.Web.Components;
using Mooring.Web.Pages.Bedside;
using Mooring.Web.Pages.Bedside.Panels;

namespace Mooring.Web.Pages.Board;

/// <summary>Puts a chair's session into the few words and numbers of a card.</summary>
internal static class ChairViews
{
    private static readonly string[] Shown = ["nibp", "hr", "spo2"];

    public static ChairView Of(BoardSeat seat, LatestReadings latest, DateTimeOffset now, Clinic clinic)
    {
        if (seat.Session is not { } session)
            return new(seat.Chair, Need.Free) { Devices = seat.Devices };

        var notices = NoticeViews.Of(session, seat.Picture?.Notices ?? [], clinic, MonitorOffer.Shown(session, latest, now)).Where(notice => notice.Answered is null).ToList();
        var signals = SignalViews.Of(session, latest, seat.Picture?.Gaps ?? [], seat.Picture?.Notices ?? [], now, clinic);
        var due = Due.Next(session, session.Pack, now, seat.Picture?.Notices);
        var need = NeedOf(session, [.. notices, .. signals], due, now);
        var running = session.FirstDoseAt is not null;
        return new(seat.Chair, need)
        {
            Session = session.Id,
            ShortName = Short(session.Plan.PatientName),
            PhaseSays = session.EmergencySince is null ? PhaseWords.Of(session.PhaseAt(now), session) : "Emergency",
            Since = session.EmergencySince ?? session.FirstDoseAt ?? session.Steps[^1].Since,
            ClockSays = session.EmergencySince is not null ? "emergency"
                : running ? session.Plan.Minutes is { } minutes ? string.Create(CultureInfo.InvariantCulture, $"of {minutes:0} min") : "since start"
                : "in this phase",
            Dose = running ? string.Create(CultureInfo.InvariantCulture, $"{session.DoseSoFar(now).InMilligrams:0.0} mg") : null,
            Vitals = [.. Shown.Select(sign => VitalViews.Of(session, latest, now).First(vital => vital.Sign == sign))],
            Next = Next(session, notices, due, need, now),
            Stay = Stay(session, now, clinic),
            Escort = Escort(session),
            InCareOf = session.InCareOf?.Name,
            Due = [.. due.Select(item => DueLinks.View(session, item, now)).Select(item => new PersonDueView(item.Says, seat.Chair.Name, item.By, item.At, item.IsNow, item.Link) { Waits = item.IsStep && item.IsNow })],
            Devices = seat.Devices,
            DeviceAlarm = seat.Alarms is [var alarm, ..] ? DeviceAlarm(alarm, seat) : null,
        };
    }

    // It makes no chair more urgent: the device sounds it itself.
    private static string DeviceAlarm(DeviceAlarm first, BoardSeat seat) =>
        $"“{first.Last.Words}”, priority {AlarmWords.Priority(first.Last.Priority)}, {AlarmWords.Stage(first.StageAt(seat.ListeningSince))}{(seat.Alarms.Count > 1 ? $", and {seat.Alarms.Count - 1} more" : "")}";

    /// <summary>Mara Alder is Mara A.: enough to find the patient, not enough for a passer-by.</summary>
    public static string Short(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var given, .., var family] => $"{given} {family[0]}.",
        [var only] => only,
        _ => "",
    };

    private static StayView? Stay(Session session, DateTimeOffset now, Clinic clinic)
    {
        if (session.Phase != Phase.Recovering || session.EarliestDischarge is not { } until)
            return null;
        var isOver = now >= until;
        return new($"{(isOver ? "Minimum stay over since" : "May not leave before")} {Words.Time(until, clinic)}", until, isOver, !session.Pack.Discharge.Stay.MayBeWaived);
    }

    // The checklist's question is content; a pack without it says nothing here.
    private static string? Escort(Session session) => session switch
    {
        { Phase: Phase.Arriving or >= Phase.Discharged } => null,
        { Escort: not null } => "Escort has taken over",
        _ when session.Pack.GateOf("confirm-escort") is null => null,
        _ => session.Answers.GetValueOrDefault("confirm-escort")?.Answer switch
        {
            GateAnswer.Met => "Escort confirmed",
            GateAnswer.NotMet => "No escort confirmed",
            _ => "Escort not asked yet",
        },
    };

    private static Need NeedOf(Session session, IReadOnlyList<NoticeView> notices, IReadOnlyList<DueItem> due, DateTimeOffset now) =>
        session.EmergencySince is not null || notices.Any(notice => notice.Level == "stop") ? Need.Alarm
        : notices.Count > 0 || due.Any(item => item.IsDue(now)) ? Need.Due
        : Need.Calm;

    private static NextView? Next(Session session, IReadOnlyList<NoticeView> notices, IReadOnlyList<DueItem> due, Need need, DateTimeOffset now)
    {
        if (need == Need.Alarm && notices.FirstOrDefault(notice => notice.Level == "stop") is { At: { } at } notice)
            return new(notice.Says, PhaseWords.Of(session.Phase, session), at);
        return due is [var first, ..] ? new(first.Says, DueLinks.By(first.By), first.At) { Waits = first.IsStep && first.IsDue(now) } : null;
    }
}
