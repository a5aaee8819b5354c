using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Proof;
using Mooring.Clinical.Sessions;
using Mooring.Storage;
using Mooring.Storage.Journals;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Records;

/// <summary>
/// Signs how far the journals have come: when a session is signed, and by the clock for all that have grown. What does not
/// follow from what was signed before is not signed, so that an altered journal is never made good.
/// </summary>
public sealed class CheckpointDesk(MooringDb db, CheckpointFile file, CheckpointKey key, TimeProvider clock, ILogger<CheckpointDesk> log)
{
    /// <summary>Signs a journal up to its last entry; nothing when that was done. Returns where it breaks instead.</summary>
    /// <exception cref="IOException">The book could not be written; the clock will come back to it.</exception>
    public async Task<ChainBreak?> Sign(Id<Session> session, CancellationToken cancel)
    {
        var signed = new CheckpointBook([.. (await file.Lines(cancel)).Where(line => line.Contains(session.ToString(), StringComparison.Ordinal))], key.Key).Of(session);
        return await Sign(session, signed.Count > 0 ? signed[^1] : null, cancel);
    }

    /// <summary>The same for everybody who waits for an answer: a book that can not be written is told to the log only.</summary>
    public async Task SignIfPossible(Id<Session> session, CancellationToken cancel)
    {
        try
        {
            Tell(session, await Sign(session, cancel));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogError(failure, "No checkpoint could be signed for session {Session}; it is tried again by the clock.", session);
        }
    }

    /// <summary>Signs every journal, of every clinic, that has grown since it was signed; how many that were.</summary>
    public async Task<int> SignGrown(CancellationToken cancel)
    {
        var signed = new CheckpointBook(await file.Lines(cancel), key.Key).Lines.Select(CheckpointLine.Read).OfType<CheckpointLine>()
            .GroupBy(line => line.Says.Session).ToDictionary(lines => lines.Key, lines => lines.Last());
        var journals = await db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking()
            .GroupBy(row => row.SessionId).Select(rows => new { Session = rows.Key, Last = rows.Max(row => row.Seq) }).ToListAsync(cancel);
        var grown = journals.Where(journal => !signed.TryGetValue(journal.Session.Value, out var last) || last.Says.Entries != journal.Last).ToList();
        var count = 0;
        foreach (var journal in grown)
        {
            var found = await Sign(journal.Session, signed.GetValueOrDefault(journal.Session.Value), cancel);
            Tell(journal.Session, found);
            count += found is null ? 1 : 0;
        }

        return count;
    }

    private async Task<ChainBreak?> Sign(Id<Session> session, CheckpointLine? last, CancellationToken cancel)
    {
        if (last is not null && !last.IsSignedBy(key.Key))
            return new(last.Says.Entries, $"Checkpoint {last.Says.Number} was changed, or was signed with another key.");
        var from = last?.Says.Entries ?? 0;
        var links = (await db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.SessionId == session && row.Seq >= from).OrderBy(row => row.Seq).ToListAsync(cancel)).ConvertAll(row => row.AsLink());
        if (last is not null && (links.Count == 0 || links[0].Seq != from || Convert.ToHexStringLower(links[0].Hash.Span) != last.Says.Head))
            return new(from, $"Entry {from} is not the one that checkpoint {last.Says.Number} signed.");
        var before = last is null ? JournalChain.Start : links[0].Hash;
        if (JournalChain.FirstBreak(links.Skip(last is null ? 0 : 1), before, from + 1) is { } found)
            return found;
        if (links.Count > 0 && links[^1].Seq > from)
            await file.Append(line => CheckpointLine.Sign(Next(line, session, links[^1]), key.Key), cancel);
        return null;
    }

    private Checkpoint Next(CheckpointLine? last, Id<Session> session, ChainLink end) => new(
        (last?.Says.Number ?? 0) + 1, clock.GetUtcNow(), last?.Hash ?? "", session.Value, end.Seq, Convert.ToHexStringLower(end.Hash.Span));

    private void Tell(Id<Session> session, ChainBreak? found)
    {
        if (found is not null)
            log.LogError("The journal of session {Session} is not signed: {Says} Run mooring verify.", session, found.Says);
    }
}
