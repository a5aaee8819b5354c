using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>What was entered wrong is put right, and stays readable.</summary>
public sealed class CorrectingDesk(SessionJournal journal)
{
    /// <summary>
    /// Strikes an entry out, or puts the right time, text or numbers in its place. A form that was kept already and comes
    /// again saying something else is not dropped unheard: STO191.
    /// </summary>
    /// <param name="at">When it really happened, if that was wrong.</param>
    public async Task<Outcome<Session>> Correct(Id<Session> id, Guid entry, CorrectionForm form, DateTimeOffset? at, EntryStamp stamp, CancellationToken cancel)
    {
        var done = await journal.Decide(id, stamp, (session, act) => Amended(session, act, entry, form, at), cancel);
        return done is { IsDone: true, Value: { } kept } && !Resent.IsSame(kept, form, stamp)
            ? new Refusal(Resent.AnotherCorrection, "This correction was kept already, in other words. Look at what stands now; to correct that, save again.")
            : done;
    }

    /// <summary>Whoever is signed in stands for what was entered on a locked screen. Refusals: LCK121 to LCK123.</summary>
    public async Task<Outcome<Session>> ConfirmLocked(Id<Session> id, ConfirmLockedForm form, EntryStamp stamp, CancellationToken cancel) =>
        await journal.Decide(id, stamp, (session, act) => session.ConfirmLocked(act, form.By ?? ""), cancel);

    private static Outcome<IReadOnlyList<SessionEvent>> Amended(Session session, Act act, Guid entry, CorrectionForm form, DateTimeOffset? at)
    {
        var kept = session.Told.FirstOrDefault(told => told.EventId == entry);
        if (form.Strike || kept is null)
            return session.Correct(act, entry, null, form.Reason);
        var instead = Amendment.Of(kept.What, form, at);
        if (!instead.IsDone)
            return Outcome<IReadOnlyList<SessionEvent>>.Refuse(instead.Refusals);

        // An earlier correction of the time stands, unless this one has another.
        var first = session.Journal.First(told => told.EventId == entry).HappenedAt;
        return at is null && instead.Value == kept.What
            ? new Refusal("STO172", "Nothing was changed: mend it, or strike it out.")
            : session.Correct(act, entry, instead.Value, form.Reason, at ?? (kept.HappenedAt == first ? null : kept.HappenedAt));
    }
}
