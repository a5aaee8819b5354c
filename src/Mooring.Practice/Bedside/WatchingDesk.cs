using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Clinical.Watching;
using Mooring.Practice.Chairs;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>Notices, and the limits of one patient.</summary>
public sealed class WatchingDesk(MooringDb db, SessionJournal journal, NoticeCache notices, TimeProvider clock)
{
    /// <summary>What stands out now, from the journal and from what devices sent.</summary>
    public Task<NoticePicture> Notices(Session session, CancellationToken cancel) => notices.Of(session, db, clock.GetUtcNow(), cancel);

    /// <summary>Somebody has seen a notice and says what they did.</summary>
    public async Task<Outcome<Session>> Acknowledge(Id<Session> id, AcknowledgeForm form, EntryStamp stamp, CancellationToken cancel)
    {
        if (await journal.Load(id, cancel) is not { } session)
            return new Refusal("STO110", "There is no such session in this clinic.");
        var seen = (await Notices(session, cancel)).Notices.LastOrDefault(notice => notice.Group == form.Group && notice.OpenedAt.UtcTicks == form.OpenedAt && notice.Concern is null);
        return await journal.Decide(id, stamp, (now, act) => now.Acknowledge(act, seen, form.Action?.Trim() ?? ""), cancel);
    }

    public Task<Outcome<Session>> SetOwnLimit(Id<Session> id, OwnLimitForm form, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) => Typed.Number(
            form.Value, "value", value => session.SetOwnLimit(act, new(form.Of, form.Level, form.Kind, value, form.Reason.Trim(), act.By, form.ForCourse))),
        cancel);

    public Task<Outcome<Session>> LiftOwnLimit(Id<Session> id, LiftLimitForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.LiftOwnLimit(act, new(form.Of, form.Level, form.Kind, form.Reason.Trim())), cancel);

    /// <summary>What was shown and answered until then, as the record of a session counts it; null when there is none.</summary>
    internal async Task<NoticesShown?> Counted(Id<Session> id, DateTimeOffset at, CancellationToken cancel)
    {
        if (await journal.Load(id, cancel) is not { } session)
            return null;
        var picture = await notices.Of(session, db, at, cancel);
        return Clinical.Watching.Notices.Counted(session, picture.Notices, picture.Gaps, at);
    }
}
