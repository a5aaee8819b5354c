using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Records;

/// <summary>
/// Signs how far the journals have come: when a session is signed, and by the clock for all that have grown. What does not
/// follow from what was signed before is not signed, so that an altered journal is never made good.
/// </summary>
public sealed class CheckpointDesk(JournalStore journals, CheckpointFile file, CheckpointKey key, TimeProvider clock, ILogger<CheckpointDesk> log)
{
    /// <summary>Signs a journal up to its last entry; nothing when that was done. Returns where it breaks instead.</summary>
    /// <exception cref="IOException">The book could not be written; the clock will come back to it.</exception>
    public async Task<ChainBreak?> Sign(Id<Session> session, CancellationToken cancel)
    {
        var signed = new CheckpointBook([.. (await file.Lines(cancel)).Where(line => line.Contains(session.ToString(), StringComparison.Ordinal) || KeyHandover.MayBe(line))], key.Key).Of(SessionJournal.Subject, session.Value);
        return await Sign(SessionJournal.Name(session), signed.Count > 0 ? signed[^1] : null, cancel);
    }

    /// <summary>The same for everybody who waits for an answer: a book that can not be written is told to the log only.</summary>
    public async Task SignIfPossible(Id<Session> session, CancellationToken cancel)
    {
        try
        {
            Tell(SessionJournal.Name(session), await Sign(session, cancel));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogError(failure, "No checkpoint could be signed for session {Session}; it is tried again by the clock.", session);
        }
    }

    /// <summary>Signs every journal, of every subject and clinic, that has grown since it was signed; how many that were.</summary>
    public async Task<int> SignGrown(CancellationToken cancel)
    {
        var signed = new CheckpointBook(await file.Lines(cancel), key.Key).All()
            .GroupBy(line => (line.Says.Subject, line.Says.Journal)).ToDictionary(lines => lines.Key, lines => lines.Last());
        var count = 0;
        foreach (var journal in await journals.Ends(null, cancel))
        {
            var last = signed.GetValueOrDefault((journal.Name.Subject, journal.Name.Id));
            if (last?.Says.Entries == journal.Entries)
                continue;
            var found = await Sign(journal.Name, last, cancel);
            Tell(journal.Name, found);
            count += found is null ? 1 : 0;
        }

        return count;
    }

    private async Task<ChainBreak?> Sign(JournalName journal, CheckpointLine? last, CancellationToken cancel)
    {
        if (last is not null && !last.IsSignedBy(key.Key))
            return new(last.Says.Entries, $"Checkpoint {last.Says.Number} was changed, or was signed with another key.");
        var from = last?.Says.Entries ?? 0;
        // With the one that was signed last, to see that it still stands there.
        var links = await journals.LinksOfAnyClinic(journal, from - 1, cancel);
        if (last is not null && (links.Count == 0 || links[0].Seq != from || Convert.ToHexStringLower(links[0].Hash.Span) != last.Says.Head))
            return new(from, $"Entry {from} is not the one that checkpoint {last.Says.Number} signed.");
        var before = last is null ? JournalChain.Start : links[0].Hash;
        if (JournalChain.FirstBreak(links.Skip(last is null ? 0 : 1), before, from + 1) is { } found)
            return found;
        if (links.Count > 0 && links[^1].Seq > from)
            await file.Append((line, all) => CheckpointLine.Sign(Next(line, journal, links[^1]), key.After(all)), cancel);
        return null;
    }

    private Checkpoint Next(CheckpointLine? last, JournalName journal, ChainLink end) => new(
        (last?.Says.Number ?? 0) + 1, clock.GetUtcNow(), last?.Hash ?? "", journal.Id, end.Seq, Convert.ToHexStringLower(end.Hash.Span), journal.Subject);

    private void Tell(JournalName journal, ChainBreak? found)
    {
        if (found is not null)
            log.LogError("The journal of {Subject} {Id} is not signed: {Says} Run mooring verify.", journal.Subject, journal.Id, found.Says);
    }
}
