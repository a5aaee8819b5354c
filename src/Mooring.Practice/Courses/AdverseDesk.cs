using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Content.Library;
using Mooring.Practice.Plans;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>An adverse event: of a session, or told after one.</summary>
/// <param name="Session">Null where it was told to the clinic.</param>
public sealed record AdverseEntry(Id<Session>? Session, DateTimeOffset At, AdverseEventRecorded What, string Name);

/// <summary>What the adverse events of a person ask for: a call when one was not over, a review when one was serious.</summary>
public sealed class AdverseDesk(MooringDb db, SessionFacts facts, SessionContent content)
{
    /// <summary>Of sessions and told, oldest first; a corrected one stands as it was corrected.</summary>
    public async Task<IReadOnlyList<AdverseEntry>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var told = await db.Set<ToldEventRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel);
        return
        [
            .. (await facts.Of(patient, cancel)).SelectMany(Entries)
                .Concat(told.Where(row => row.What.Event is not null).Select(row => new AdverseEntry(null, row.At, row.What.Event!, Name(row.What.Event!.Term)))).OrderBy(entry => entry.At),
        ];
    }

    /// <summary>Why no further session is opened (SES907): a serious event that no review of the course came after.</summary>
    public async Task<Refusal?> Blocks(Id<Patient> patient, CancellationToken cancel)
    {
        var reviewed = await db.Set<ReviewRow>().AsNoTracking().Where(row => row.PatientId == patient).MaxAsync(row => (DateTimeOffset?)row.At, cancel);
        var grave = (await Of(patient, cancel)).LastOrDefault(entry => entry.What.Serious && (reviewed is not { } at || entry.At >= at));
        return grave is null ? null : new("SES907", $"{grave.Name}, recorded as serious, waits for a review of the course. {content.AdverseTerms.Capture.Serious}");
    }

    /// <summary>What was not over at the end of this session.</summary>
    public async Task<IReadOnlyList<AdverseEntry>> OpenAfter(Id<Session> session, CancellationToken cancel) => await facts.Of(session, cancel) is { } fact
        ? [.. Entries(fact).GroupBy(entry => entry.What.Term).Select(same => same.Last()).Where(entry => entry.What.IsOpen)]
        : [];

    private IEnumerable<AdverseEntry> Entries(SessionFact fact) => fact.Adverse
        .Select(entry => new AdverseEntry(fact.Id, entry.At, entry.What, Name(entry.What.Term)));

    private string Name(string term) => content.AdverseTerms.Find(term)?.Name ?? term;
}
