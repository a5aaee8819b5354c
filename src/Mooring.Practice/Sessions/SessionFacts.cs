using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Sessions;

/// <summary>
/// What sessions came to, from the flat tables. What has no row yet, has grown since its row was made, or is being given at
/// this moment is asked of the session itself: nothing that is read here is older than its journal.
/// </summary>
public sealed class SessionFacts(MooringDb db, SessionJournal journal, TimeProvider clock)
{
    private const int FewSessions = 20;

    /// <summary>The sessions of a patient, in the order in which they were opened.</summary>
    public Task<IReadOnlyList<SessionFact>> Of(Id<Patient> patient, CancellationToken cancel) =>
        Of(db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient), cancel);

    /// <summary>One session, or nothing where there is none of that id in this clinic.</summary>
    public async Task<SessionFact?> Of(Id<Session> session, CancellationToken cancel) =>
        (await Of(db.Set<SessionRow>().AsNoTracking().Where(row => row.Id == session), cancel)) is [var one] ? one : null;

    /// <summary>All sessions of the clinic that were opened from a moment on.</summary>
    public Task<IReadOnlyList<SessionFact>> Since(DateTimeOffset from, CancellationToken cancel) =>
        Of(db.Set<SessionRow>().AsNoTracking().Where(row => row.OpenedAt >= from), cancel);

    /// <summary>Whether anybody was ever given a dose in this clinic; of one whose tables know of none, the last sessions are asked themselves.</summary>
    public async Task<bool> HasTreated(CancellationToken cancel) =>
        await db.Set<SessionFactRow>().AnyAsync(row => row.FirstDoseAt != null, cancel)
        || (await Of(db.Set<SessionRow>().AsNoTracking().OrderByDescending(row => row.OpenedAt).Take(FewSessions), cancel)).Any(fact => fact.FirstDoseAt is not null);

    private async Task<IReadOnlyList<SessionFact>> Of(IQueryable<SessionRow> asked, CancellationToken cancel)
    {
        var sessions = await (from row in asked
                              join made in db.Set<SessionFactRow>().AsNoTracking() on row.Id equals made.Id into facts
                              from fact in facts.DefaultIfEmpty()
                              orderby row.OpenedAt, row.Id
                              select new { row.Id, row.Entries, Fact = fact }).ToListAsync(cancel);
        var ids = asked.Select(row => row.Id);
        var notices = (await db.Set<NoticeFactRow>().AsNoTracking().Where(row => ids.Contains(row.SessionId)).ToListAsync(cancel)).ToLookup(row => row.SessionId);
        var adverse = (await db.Set<AdverseEventRow>().AsNoTracking().Where(row => ids.Contains(row.SessionId)).ToListAsync(cancel)).ToLookup(row => row.SessionId);
        List<SessionFact> found = [];
        foreach (var session in sessions)
        {
            if (session.Fact is { } row && row.Entries == session.Entries && row.AsFact(notices[row.Id], adverse[row.Id]) is { IsRunning: false } fact)
                found.Add(fact);
            else if (await journal.Load(session.Id, cancel) is { } folded)
                found.Add(SessionFact.Of(folded, clock.GetUtcNow()));
        }

        return found;
    }
}
