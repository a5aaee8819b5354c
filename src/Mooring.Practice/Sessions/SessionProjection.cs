using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Sessions;

/// <summary>The flat tables of sessions: what each came to, its adverse events and its notices.</summary>
internal sealed class SessionProjection(MooringDb db, SessionJournal journal, TimeProvider clock) : Projection
{
    private const int AtOnce = 50;

    public override string Name => "sessions";

    public override async Task<int> CatchUp(CancellationToken cancel)
    {
        var lagging = await db.Set<SessionRow>().AsNoTracking()
            .Where(row => !db.Set<SessionFactRow>().Any(fact => fact.Id == row.Id && fact.Entries == row.Entries))
            .OrderBy(row => row.OpenedAt).Select(row => row.Id).ToListAsync(cancel);
        foreach (var some in lagging.Chunk(AtOnce))
            await Make(some, cancel);
        return lagging.Count;
    }

    public override Task Clear(CancellationToken cancel) => Remove(db.Set<SessionRow>().Select(row => row.Id), cancel);

    public override async Task<IReadOnlyList<string>> Lines(CancellationToken cancel) =>
    [
        .. await Lines(db.Set<SessionFactRow>().OrderBy(row => row.Id), cancel),
        .. await Lines(db.Set<AdverseEventRow>().Where(row => row.Version == null).OrderBy(row => row.Id), cancel),
        .. await Lines(db.Set<NoticeFactRow>().OrderBy(row => row.SessionId).ThenBy(row => row.Number), cancel),
    ];

    // Replayed and not remembered: live pages keep the sessions that they need.
    private async Task Make(IReadOnlyList<Id<Session>> sessions, CancellationToken cancel)
    {
        List<SessionFact> facts = [];
        foreach (var id in sessions)
        {
            if (await journal.Replay(id, cancel) is { } session)
                facts.Add(SessionFact.Of(session, clock.GetUtcNow()));
        }

        await Replace(
            db,
            () => Remove(db.Set<SessionRow>().Where(row => sessions.Contains(row.Id)).Select(row => row.Id), cancel),
            [
                .. facts.Select(SessionFactRow.Of),
                .. facts.SelectMany(fact => fact.Adverse.Select((adverse, at) => AdverseEventRow.Of(fact, adverse, at))),
                .. facts.SelectMany(fact => fact.Notices.Select((line, at) => NoticeFactRow.Of(fact, line, at))),
            ],
            cancel);
    }

    private async Task Remove(IQueryable<Id<Session>> sessions, CancellationToken cancel)
    {
        await db.Set<SessionFactRow>().Where(row => sessions.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        await db.Set<AdverseEventRow>().Where(row => sessions.Contains(row.SessionId)).ExecuteDeleteAsync(cancel);
        await db.Set<NoticeFactRow>().Where(row => sessions.Contains(row.SessionId)).ExecuteDeleteAsync(cancel);
    }
}
