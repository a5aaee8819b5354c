using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Json;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Signing;
using Mooring.Practice.Content;
using Mooring.Storage;
using Mooring.Storage.Changes;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Sessions;

/// <summary>
/// The one door to a session's journal: load, let the session decide, append. Two writers at once are put in order by
/// the journal's key; the second decides again on what is true by then.
/// </summary>
public sealed class SessionJournal(MooringDb db, JournalStore store, SessionCache cache, PackCache packs, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>What journals of sessions are kept under.</summary>
    public const string Subject = Checkpoint.OfSession;

    // Each lost try is another's entry kept, so that many would have to chart one session in the same moment.
    private const int MostTries = 20;

    /// <summary>
    /// The session as it is now, or null when there is none of that id in this clinic. Replayed only as far as it has grown
    /// since somebody asked last.
    /// </summary>
    public async Task<Session?> Load(Id<Session> id, CancellationToken cancel)
    {
        if (await store.Last(Name(id), cancel) is var last && last == 0)
            return null;
        var known = cache.Find(db.Clinic, id);
        if (known?.LastSeq == last)
            return known;
        if (known is null || known.LastSeq > last)
            return await Replay(id, cancel) is { } replayed ? Kept(replayed) : null;
        return Kept(known.After(await Entries(id, known.LastSeq, cancel)));
    }

    /// <summary>The same, read from its first entry and not remembered: for reports that go through many.</summary>
    public async Task<Session?> Replay(Id<Session> id, CancellationToken cancel)
    {
        var entries = await Entries(id, after: 0, cancel);
        return entries.Count == 0 ? null : Session.Replay(entries, await Pack(entries, cancel));
    }

    /// <summary>Opens a session on a pinned plan.</summary>
    public async Task<Id<Session>> Open(Id<Session> id, SessionPlan plan, EntryStamp stamp, CancellationToken cancel)
    {
        db.Add(new SessionRow { Id = id, PatientId = new Id<Patient>(plan.Patient), OpenedAt = stamp.HappenedAt, Entries = 1 });
        Add(id, null, stamp.EventId, new SessionOpened(plan), stamp, db.Acting());
        await db.SaveChangesAsync(cancel);
        feed.Publish(new(db.Clinic, id, IsTelemetry: false));
        return id;
    }

    /// <summary>
    /// What the session decides to be asked now by whom is signed in, kept when it accepts. The same entry a second time is
    /// answered with the session as it is; another under the same id, or under one of another session, is refused: STO401.
    /// </summary>
    /// <param name="entering">A chair to sit down in, or the person who did it first; null for neither.</param>
    public async Task<Outcome<Session>> Decide(
        Id<Session> id, EntryStamp stamp, Func<Session, Act, Outcome<IReadOnlyList<SessionEvent>>> decide, CancellationToken cancel, Entering? entering = null)
    {
        Act Act() => new(db.Acting(), stamp.HappenedAt, clock.GetUtcNow());
        for (var attempt = 1; ; attempt++)
        {
            if (await Load(id, cancel) is not { } session)
                return new Refusal("STO110", "There is no such session in this clinic.");
            if (session.Journal.FirstOrDefault(entry => entry.EventId == stamp.EventId) is { } first)
                return await Says(session, first, before => decide(before, Act()), cancel) ? session : ChosenId.Otherwise;
            var decision = decide(session, Act());
            if (!decision.IsDone)
                return Outcome<Session>.Refuse(decision.Refusals);
            try
            {
                return await Append(session, decision.Value, stamp, entering ?? new(), cancel);
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                db.ChangeTracker.Clear();
                if (await IsElsewhere(id, stamp, cancel))
                    return ChosenId.Otherwise;
            }
        }
    }

    /// <summary>Is an entry of this id kept already? Asked before a tablet's second try is looked at any closer.</summary>
    public Task<bool> Has(Id<Session> id, Guid entry, CancellationToken cancel) => store.Has(Name(id), entry, cancel);

    /// <summary>Is an entry of this id kept in any journal?</summary>
    public async Task<bool> IsTaken(Guid entry, CancellationToken cancel) => await store.Holding(entry, cancel) is not null;

    /// <summary>The kept links of a session, for a verifier.</summary>
    public Task<IReadOnlyList<ChainLink>> Links(Id<Session> id, CancellationToken cancel) => store.Links(Name(id), after: 0, cancel);

    internal static JournalName Name(Id<Session> id) => new(Subject, id.Value);

    // Is it the entry that was kept? Asked of the session as it was before: what it would make of the form then.
    private async Task<bool> Says(Session session, JournalEntry first, Func<Session, Outcome<IReadOnlyList<SessionEvent>>> decide, CancellationToken cancel)
    {
        var before = session.Journal.Where(entry => entry.Seq < first.Seq).ToList();
        if (before.Count == 0)
            return false;
        var again = decide(Session.Replay(before, await Pack(before, cancel)));
        return !again.IsDone || SameEntry.Is([.. session.Journal.SkipWhile(entry => entry.Seq < first.Seq).Take(again.Value.Count).Select(entry => entry.What)], again.Value);
    }

    private async Task<bool> IsElsewhere(Id<Session> id, EntryStamp stamp, CancellationToken cancel) =>
        await store.Holding(stamp.EventId, cancel) is { } holder && holder != Name(id);

    private async Task<Outcome<Session>> Append(
        Session session, IReadOnlyList<SessionEvent> events, EntryStamp stamp, Entering entering, CancellationToken cancel)
    {
        // Not the newest row: an entry that came since we decided must collide, so that we decide again.
        var last = await store.Link(Name(session.Id), session.LastSeq, cancel);
        List<JournalEntry> added = [];
        foreach (var (index, what) in events.Index())
        {
            last = Add(session.Id, last, stamp.Nth(index), what, stamp, entering.By ?? db.Acting(), entering.Signature);
            added.Add(SessionJson.Read(last.Bytes.Span));
        }

        var after = session.After(added);
        if (await Index(after, entering.Chair, cancel) is { } taken)
        {
            db.ChangeTracker.Clear();
            return taken;
        }

        await db.SaveChangesAsync(cancel);
        feed.Publish(new(db.Clinic, session.Id, IsTelemetry: false));
        return Kept(after);
    }

    private async Task<Refusal?> Index(Session session, Id<Chair>? chair, CancellationToken cancel)
    {
        var row = await db.Set<SessionRow>().SingleAsync(row => row.Id == session.Id, cancel);
        row.ChairId = chair ?? row.ChairId;
        row.Phase = session.Phase;
        row.Entries = session.LastSeq;
        row.SeriousSince = session.AdverseCases.Where(each => each.What.Serious).Max(each => (DateTimeOffset?)each.At);
        row.IsClosed = session.Phase is Phase.Signed or Phase.NoGo;
        return await Seats.Take(db, row, clock.GetUtcNow(), cancel);
    }

    private ChainLink Add(Id<Session> id, ChainLink? before, Guid eventId, SessionEvent what, EntryStamp stamp, Actor by, Signature? signature = null) => store.Add(Name(id), before, eventId, SessionJson.Bytes(new()
    {
        EventId = eventId,
        Session = id,
        Seq = (before?.Seq ?? 0) + 1,
        By = by,
        HappenedAt = stamp.HappenedAt,
        EnteredAt = stamp.EnteredAt,
        ReceivedAt = clock.GetUtcNow(),
        What = what,
        Signature = signature,
        WhileLocked = db.ClinicScope.Locked,
    }));

    // What a transaction has not kept yet may still be taken back: it is shown to the one who asks, and not remembered.
    private Session Kept(Session session) => db.Database.CurrentTransaction is null ? cache.Keep(db.Clinic, session) : session;

    private async Task<List<JournalEntry>> Entries(Id<Session> id, long after, CancellationToken cancel) =>
        [.. (await store.Links(Name(id), after, cancel)).Select(link => SessionJson.Read(link.Bytes.Span))];

    private ValueTask<MonitoringPack> Pack(IReadOnlyList<JournalEntry> entries, CancellationToken cancel) =>
        packs.Of(Session.PlanIn(entries)!.Monitoring, db, cancel);
}
