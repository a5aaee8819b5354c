using System.Globalization;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Preparing;
using Mooring.Clinical.Sessions.Rescuing;

namespace Mooring.Clinical.Watching;

/// <summary>What waits for somebody's word: a notice, a second person, a look at an effect, the end of a hold.</summary>
internal static class DueAnswers
{
    private static readonly IReadOnlyList<Role> Both = [Role.Nurse, Role.Prescriber];

    public static IEnumerable<DueItem> Of(Session session, IEnumerable<Notice> notices, Phase phase, DateTimeOffset now) =>
        phase is Phase.Discharged or Phase.Signed ? [] : [.. Answers(notices), .. Concerns(session), .. Seconds(session), .. Locked(session), .. Effects(session), .. Holds(session), .. Left(session, phase, now)];

    private static IEnumerable<DueItem> Answers(IEnumerable<Notice> notices) =>
        notices.Where(notice => notice is { IsAnswered: false, AnswerBy: not null, IsShown: true, Concern: null })
            .Select(notice => new DueItem("notice-" + notice.Group, $"Acknowledge: {notice.Title}", notice.LevelSince, notice.AnswerBy, Both, []));

    private static IEnumerable<DueItem> Concerns(Session session) => session.Concerns.Where(concern => concern.AnsweredAt is null)
        .Select(concern => new DueItem("concern", $"Answer the patient: {concern.What.Says}", concern.RaisedAt, OverdueAt(session, concern), [Role.Nurse, Role.Prescriber, Role.Therapist], []));

    private static DateTimeOffset? OverdueAt(Session session, Concern concern) =>
        session.Pack.Notices is { } rule && rule.Symptoms.Any(symptom => symptom.Id == concern.What.Kind && symptom.Level == LimitLevel.Critical) ? concern.RaisedAt + rule.AnswerWithin : null;

    private static IEnumerable<DueItem> Seconds(Session session) =>
    [
        .. session.Preparations.Where(one => one.SeenBy is null).Select(one => new DueItem("second-preparation", "A second person checks what was drawn up", one.At, null, Both, [])),
        .. session.Wastes.Where(one => one.SeenBy is null).Select(one => new DueItem("second-waste", "A second person for the waste", one.At, null, Both, [])),
    ];

    private static IEnumerable<DueItem> Locked(Session session) => session.Unconfirmed is [var first, ..] all
        ? [new DueItem("locked", $"Confirm what was entered while locked ({all.Count})", first.HappenedAt, null, Both, [])]
        : [];

    private static IEnumerable<DueItem> Effects(Session session) => session.Rescues.Where(rescue => rescue is { LookedAt: null, LookFrom: not null })
        .Select(rescue => new DueItem("effect", $"Effect of {rescue.What.Medicine}", rescue.LookFrom!.Value, null, Both, []));

    private static IEnumerable<DueItem> Holds(Session session) => session.Hold is { EndedAt: null, Planned: { } planned } hold
        ? [new DueItem("hold", "The hold under the tongue is over", hold.StartedAt + planned, null, Both, [])]
        : [];

    // Opened drug that nobody gave or wasted is asked for before the patient leaves.
    private static IEnumerable<DueItem> Left(Session session, Phase phase, DateTimeOffset now) =>
        phase is Phase.Recovering or Phase.Dischargeable && session.DosingEndedAt is { } ended && session.AccountAt(now).Left is { } left && Math.Round(Math.Abs(left), 1) > 0
            ? [new DueItem("waste", string.Create(CultureInfo.InvariantCulture, $"{left:0.#} mg of what was opened are not accounted for"), ended, null, Both, [])]
            : [];
}
