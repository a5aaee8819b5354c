using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Proof;
using Mooring.Clinical.Sessions;
using Mooring.Storage;
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

/// <summary>
/// Walks journals link by link, of every clinic: a verifier is handed the data, not a place in a clinic. It reads only,
/// and shows nothing of what the entries say.
/// </summary>
public sealed class VerifyDesk(MooringDb db)
{
    /// <summary>All journals, or the one asked for; empty when there is none. Without checkpoints, only the chains.</summary>
    public Task<IReadOnlyList<VerifiedJournal>> Walk(Id<Session>? only, CancellationToken cancel) => Walk(only, null, cancel);

    /// <summary>The same, held against signed checkpoints: a journal that was signed for and is gone is named too.</summary>
    public async Task<IReadOnlyList<VerifiedJournal>> Walk(Id<Session>? only, CheckpointBook? book, CancellationToken cancel)
    {
        var rows = db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking();
        if (only is { } id)
            rows = rows.Where(row => row.SessionId == id);
        var sessions = await rows.Select(row => row.SessionId).Distinct().ToListAsync(cancel);
        var signedFor = (book?.Journals ?? new HashSet<Guid>()).Select(session => new Id<Session>(session)).Where(session => only is null || session == only);

        List<VerifiedJournal> verified = [];
        foreach (var session in sessions.Union(signedFor).OrderBy(session => session.Value))
        {
            var kept = await db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking()
                .Where(row => row.SessionId == session).OrderBy(row => row.Seq).ToListAsync(cancel);
            var links = kept.ConvertAll(row => row.AsLink());
            var proof = book is null ? new(JournalChain.FirstBreak(links), 0, null) : JournalProof.Of(links, book.Of(session), book.Key);
            verified.Add(new(
                kept.Count == 0 ? Guid.Empty : kept[0].ClinicId.Value, session, kept.Count, kept.Count == 0 ? "" : Convert.ToHexStringLower(kept[^1].Hash), proof.Break)
            {
                Signed = proof.Signed,
                SignedAt = proof.SignedAt,
            });
        }

        return verified;
    }
}
