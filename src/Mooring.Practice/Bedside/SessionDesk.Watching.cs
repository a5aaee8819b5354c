using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Events;
using Mooring.Practice.Chairs;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <content>Notices, patient limits, and standing up.</content>
public sealed partial class SessionDesk
{
    /// <summary>What stands out now, from the journal and from what devices sent.</summary>
    public Task<NoticePicture> Notices(Session session, CancellationToken cancel) => notices.Of(session, db, clock.GetUtcNow(), cancel);

    /// <summary>Somebody has seen a notice and says what they did.</summary>
    public async Task<Outcome<Session>> Acknowledge(Id<Session> id, AcknowledgeForm form, EntryStamp stamp, CancellationToken cancel)
    {
        if (await journal.Load(id, cancel) is not { } session)
            return new Refusal("STO110", "There is no such session in this clinic.");
        var seen = (await Notices(session, cancel)).Notices.LastOrDefault(notice => notice.Group == form.Group && notice.OpenedAt.UtcTicks == form.OpenedAt && notice.Concern is null);
        return await Do(id, stamp, (now, act) => now.Acknowledge(act, seen, form.Action?.Trim() ?? ""), cancel);
    }

    public Task<Outcome<Session>> SetOwnLimit(Id<Session> id, OwnLimitForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) =>
        {
            List<Refusal> refusals = [];
            var value = Typed.Number(form.Value, "value", refusals);
            return refusals.Count > 0
                ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals)
                : session.SetOwnLimit(act, new(form.Of, form.Level, form.Kind, value, form.Reason.Trim(), act.By, form.ForCourse));
        },
        cancel);

    public Task<Outcome<Session>> LiftOwnLimit(Id<Session> id, LiftLimitForm form, EntryStamp stamp, CancellationToken cancel) =>
        Do(id, stamp, (session, act) => session.LiftOwnLimit(act, new(form.Of, form.Level, form.Kind, form.Reason.Trim())), cancel);

    /// <summary>The orthostatic check; with it the answer to the criterion that asks for it.</summary>
    public Task<Outcome<Session>> CheckStanding(Id<Session> id, StandingForm form, EntryStamp stamp, CancellationToken cancel) => Do(
        id,
        stamp,
        (session, act) =>
        {
            List<Refusal> refusals = [];
            var rest = Reading(form.RestSystolic, form.RestDiastolic, form.RestRate, "rest", refusals);
            if (rest is null && refusals.Count == 0)
                refusals.Add(new("STO162", "Write the pressure at rest.", "restSystolic"));
            var one = Reading(form.OneSystolic, form.OneDiastolic, form.OneRate, "one", refusals);
            var three = Reading(form.ThreeSystolic, form.ThreeDiastolic, form.ThreeRate, "three", refusals);
            return refusals.Count > 0
                ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals)
                : session.CheckStanding(act, new(form.From, rest!, form.Dizzy, one, three));
        },
        cancel);

    private static StandingReading? Reading(string? systolic, string? diastolic, string? rate, string at, List<Refusal> refusals)
    {
        if (Text(systolic) is null && Text(diastolic) is null && Text(rate) is null)
            return null;
        var (high, low) = (Typed.Number(systolic, at + "Systolic", refusals), Typed.Number(diastolic, at + "Diastolic", refusals));
        return new(high, low, Text(rate) is null ? null : Typed.Number(rate, at + "Rate", refusals));
    }

    private async Task<NoticesShown?> Shown(Id<Session> id, EntryStamp stamp, CancellationToken cancel)
    {
        if (await journal.Load(id, cancel) is not { } session)
            return null;
        var picture = await notices.Of(session, db, stamp.HappenedAt, cancel);
        return Clinical.Watching.Notices.Counted(session, picture.Notices, picture.Gaps, stamp.HappenedAt);
    }

    private static Outcome<IReadOnlyList<SessionEvent>> And(Outcome<IReadOnlyList<SessionEvent>> decided, SessionEvent? also) =>
        decided.IsDone && also is not null ? Outcome<IReadOnlyList<SessionEvent>>.Done([.. decided.Value, also]) : decided;
}
