using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Json;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Records;

/// <summary>The table of sessions says where to find a journal and whose it is. It is held against the journals themselves.</summary>
public sealed class SessionIndex(MooringDb db, JournalStore journals)
{
    /// <summary>Every session of every clinic; reads only.</summary>
    public async Task<ProvenTable> Walk(CancellationToken cancel)
    {
        var ends = (await journals.Ends(SessionJournal.Subject, cancel)).ToDictionary(end => end.Name.Id, end => end.Entries);
        var rows = await db.Set<SessionRow>().IgnoreQueryFilters().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        List<RowBreak> breaks = [];
        foreach (var row in rows)
        {
            var entries = ends.GetValueOrDefault(row.Id.Value);
            ends.Remove(row.Id.Value);
            if (entries != row.Entries)
                breaks.Add(new($"{row.Id}", $"The session counts {row.Entries} entries, and its journal has {entries}."));
            else if (await Plan(row, cancel) is { } plan && plan.Patient != row.PatientId.Value)
                breaks.Add(new($"{row.Id}", "The session stands under another patient than its journal says."));
        }

        breaks.AddRange(ends.Keys.Order().Select(gone => new RowBreak($"{gone}", "The journal is kept, and no session stands for it.")));
        return new("sessions", rows.Count, 0, breaks);
    }

    private async Task<SessionPlan?> Plan(SessionRow row, CancellationToken cancel) =>
        await journals.FirstOfAnyClinic(SessionJournal.Name(row.Id), cancel) is { } opening ? Session.PlanIn([SessionJson.Read(opening.Bytes.Span)]) : null;
}
