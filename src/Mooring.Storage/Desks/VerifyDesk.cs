using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Journal;

namespace Mooring.Storage.Desks;

/// <summary>How a session's journal stands up.</summary>
/// <param name="Break">Where it first breaks; null when it does not.</param>
/// <param name="Head">The hash of its last entry, in hexadecimal, to hold against a printed record.</param>
public sealed record VerifiedJournal(Guid Clinic, Id<Session> Session, long Entries, string Head, ChainBreak? Break);

/// <summary>
/// Walks journals link by link, of every clinic: a verifier is handed the data, not a place in a clinic. It reads only,
/// and shows nothing of what the entries say.
/// </summary>
public sealed class VerifyDesk(MooringDb db)
{
    /// <summary>All journals, or the one asked for; empty when there is none.</summary>
    public async Task<IReadOnlyList<VerifiedJournal>> Walk(Id<Session>? only, CancellationToken cancel)
    {
        var rows = db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking();
        if (only is { } id)
            rows = rows.Where(row => row.SessionId == id);
        var sessions = await rows.Select(row => row.SessionId).Distinct().ToListAsync(cancel);

        List<VerifiedJournal> verified = [];
        foreach (var session in sessions.OrderBy(session => session.Value))
        {
            var kept = await db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking()
                .Where(row => row.SessionId == session).OrderBy(row => row.Seq).ToListAsync(cancel);
            verified.Add(new(
                kept[0].ClinicId.Value, session, kept.Count, Convert.ToHexStringLower(kept[^1].Hash), JournalChain.FirstBreak(kept.Select(row => row.AsLink()))));
        }

        return verified;
    }
}
