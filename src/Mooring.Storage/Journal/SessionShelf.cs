using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Journal;

/// <summary>
/// Sessions as last replayed, so that a live page does not read a journal again that has not grown. The journal's last
/// number is asked each time: what is shown is never older than what is kept.
/// </summary>
public sealed class SessionShelf
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<(Id<Clinic> Clinic, Id<Session> Session), Session> replayed = new();

    /// <summary>The session as it is now; null when there is none of that id in this clinic.</summary>
    public async Task<Session?> Of(Id<Session> id, MooringDb db, SessionJournal journal, CancellationToken cancel)
    {
        var key = (db.Clinic, id);
        var last = await db.Set<JournalRow>().Where(row => row.SessionId == id).MaxAsync(row => (long?)row.Seq, cancel);
        if (last is null)
            return null;
        if (replayed.TryGetValue(key, out var session) && session.LastSeq == last)
            return session;
        if (await journal.Load(id, cancel) is not { } loaded)
            return null;
        if (replayed.Count >= Most)
            replayed.Clear();
        return replayed[key] = loaded;
    }
}
