using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Sessions;
using Mooring.Practice.Signatures;
using Mooring.Storage.Audit;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Records;

/// <summary>How a session's journal stands up.</summary>
/// <param name="Break">Where it first breaks; null when it does not.</param>
/// <param name="Head">The hash of its last entry, in hexadecimal, to hold against a printed record.</param>
public sealed record VerifiedJournal(Guid Clinic, Id<Session> Session, long Entries, string Head, ChainBreak? Break)
{
    /// <summary>How many of its entries a signed checkpoint covers.</summary>
    public long Signed { get; init; }

    public DateTimeOffset? SignedAt { get; init; }
}

/// <summary>How the access log of a clinic stands up.</summary>
/// <param name="Sealed">How many of its lines the seals cover.</param>
/// <param name="Waiting">How many were written since the last seal.</param>
/// <param name="Break">The first seal that does not hold, or where their chain breaks; null when all hold.</param>
public sealed record VerifiedLog(Guid Clinic, long Sealed, long Waiting, ChainBreak? Break);

/// <summary>How the tables of the clinic stand up, and how far their seals are signed.</summary>
/// <param name="Table">Its name in the database.</param>
/// <param name="Rows">How many rows were held against the log or against a seal.</param>
/// <param name="Unproven">Rows of an earlier version that carry no fingerprint yet.</param>
/// <param name="Breaks">The first rows that are not as they were left, by their key; empty when all are.</param>
public sealed record VerifiedTable(string Table, long Rows, long Unproven, IReadOnlyList<RowBreak> Breaks);

/// <summary>
/// Walks journals link by link, of every clinic: a verifier is handed the data, not a place in a clinic. It reads only,
/// and shows nothing of what the entries say.
/// </summary>
public sealed class VerifyDesk(JournalStore journals, AuditSeals seals, ArrivalSeals arrivals, TableProof tables, SessionIndex index)
{
    /// <summary>All journals of sessions, or the one asked for; empty when there is none. Without checkpoints, only the chains.</summary>
    public Task<IReadOnlyList<VerifiedJournal>> Walk(Id<Session>? only, CancellationToken cancel) => Walk(only, null, cancel);

    /// <summary>The same, held against signed checkpoints: a journal that was signed for and is gone is named too.</summary>
    public async Task<IReadOnlyList<VerifiedJournal>> Walk(Id<Session>? only, CheckpointBook? book, CancellationToken cancel)
    {
        var kept = (await journals.Ends(SessionJournal.Subject, cancel)).ToDictionary(end => end.Name.Id, end => end.Clinic);
        var signedFor = book?.Journals(SessionJournal.Subject) ?? new HashSet<Guid>();

        List<VerifiedJournal> verified = [];
        foreach (var session in kept.Keys.Union(signedFor).Where(session => only is null || only.Value.Value == session).Order())
        {
            var links = await journals.LinksOfAnyClinic(SessionJournal.Name(new(session)), after: 0, cancel);
            var proof = Proof(links, SessionJournal.Name(new(session)), book);
            verified.Add(new(
                kept.GetValueOrDefault(session), new(session), links.Count, links.Count == 0 ? "" : Convert.ToHexStringLower(links[^1].Hash.Span), proof.Break)
            {
                Signed = proof.Signed,
                SignedAt = proof.SignedAt,
            });
        }

        return verified;
    }

    /// <summary>The access logs of all clinics: the chain of their seals, and each line against the seal that covers it.</summary>
    public async Task<IReadOnlyList<VerifiedLog>> WalkLogs(CheckpointBook? book, CancellationToken cancel)
    {
        List<VerifiedLog> verified = [];
        foreach (var clinic in (await seals.Clinics(cancel)).Union(book?.Journals(AuditSeals.Subject) ?? new HashSet<Guid>()).Order())
        {
            var links = await journals.LinksOfAnyClinic(new(AuditSeals.Subject, clinic), after: 0, cancel);
            var held = await seals.Verify(clinic, links, cancel);
            var chain = Proof(links, new(AuditSeals.Subject, clinic), book).Break;
            verified.Add(new(clinic, held.Sealed, held.Waiting, chain is not null && !(held.Break?.Seq < chain.Seq) ? chain : held.Break));
        }

        return verified;
    }

    /// <summary>Every table that is not a journal: its rows against the log of changes, against their seals, or against the journals they are an index of.</summary>
    public async Task<IReadOnlyList<VerifiedTable>> WalkTables(CheckpointBook? book, CancellationToken cancel)
    {
        List<ProvenTable> walked = [.. await tables.Walk(cancel), await index.Walk(cancel)];
        foreach (var clinic in (await journals.Ends(ArrivalSeals.Subject, cancel)).Select(end => end.Name.Id).Union(book?.Journals(ArrivalSeals.Subject) ?? new HashSet<Guid>()).Order())
        {
            var links = await journals.LinksOfAnyClinic(new(ArrivalSeals.Subject, clinic), after: 0, cancel);
            if (Proof(links, new(ArrivalSeals.Subject, clinic), book).Break is { } chain)
                walked.Add(new("journal", 0, 0, [new($"{ArrivalSeals.Subject} {clinic} {chain.Seq}", chain.Says)]));
            walked.AddRange(await arrivals.Verify(clinic, links, cancel));
        }

        return [.. walked.GroupBy(table => table.Table).Select(same => new VerifiedTable(
            same.Key, same.Sum(table => table.Rows), same.Sum(table => table.Unproven), [.. same.SelectMany(table => table.Breaks)]))];
    }

    /// <summary>The journals of every other subject: chains alone, held against what was signed.</summary>
    public async Task<IReadOnlyList<VerifiedTable>> WalkOthers(CheckpointBook? book, CancellationToken cancel)
    {
        List<RowBreak> breaks = [];
        var count = 0;
        var kept = (await journals.Ends(null, cancel)).Select(end => end.Name);
        foreach (var name in kept.Union((book?.Journals() ?? new HashSet<(string Subject, Guid Journal)>()).Select(signed => new JournalName(signed.Subject, signed.Journal))).Where(name => name.Subject is not (SessionJournal.Subject or AuditSeals.Subject or ArrivalSeals.Subject or SignatureJournal.Subject or KeyHandover.Subject)).OrderBy(name => name.Subject, StringComparer.Ordinal).ThenBy(name => name.Id))
        {
            count++;
            if (Proof(await journals.LinksOfAnyClinic(name, after: 0, cancel), name, book).Break is { } found)
                breaks.Add(new($"{name.Subject} {name.Id} {found.Seq}", found.Says));
        }

        return count == 0 ? [] : [new("journal", count, 0, breaks)];
    }

    private static JournalProof Proof(IReadOnlyList<ChainLink> links, JournalName journal, CheckpointBook? book) =>
        book is null ? new(JournalChain.FirstBreak(links), 0, null) : JournalProof.Of(links, book.Of(journal.Subject, journal.Id), book.Key);
}
