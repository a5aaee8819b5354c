using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Journals;

namespace Mooring.Storage.Journals;

/// <summary>
/// Journals of any subject: chains of entries that only grow. The engine keeps bytes and hashes; what an entry says is known
/// to its subject alone. What is added is kept with the next save, together with whatever else the subject changes.
/// </summary>
public sealed class JournalStore(MooringDb db)
{
    /// <summary>The number of the last entry; 0 where there is no such journal in this clinic.</summary>
    public async Task<long> Last(JournalName name, CancellationToken cancel) => await Of(name).MaxAsync(row => (long?)row.Seq, cancel) ?? 0;

    /// <summary>The last entry; null where there is none.</summary>
    public async Task<ChainLink?> End(JournalName name, CancellationToken cancel) =>
        (await Of(name).OrderByDescending(row => row.Seq).FirstOrDefaultAsync(cancel))?.AsLink();

    /// <summary>One entry that is there.</summary>
    public async Task<ChainLink> Link(JournalName name, long seq, CancellationToken cancel) => (await Of(name).SingleAsync(row => row.Seq == seq, cancel)).AsLink();

    /// <summary>The entries after a number, in their order.</summary>
    public async Task<IReadOnlyList<ChainLink>> Links(JournalName name, long after, CancellationToken cancel) =>
        [.. (await Of(name).Where(row => row.Seq > after).OrderBy(row => row.Seq).ToListAsync(cancel)).Select(row => row.AsLink())];

    /// <summary>The same for whoever proves the record, of whichever clinic.</summary>
    public async Task<IReadOnlyList<ChainLink>> LinksOfAnyClinic(JournalName name, long after, CancellationToken cancel) =>
        [.. (await Of(name).IgnoreQueryFilters().Where(row => row.Seq > after).OrderBy(row => row.Seq).ToListAsync(cancel)).Select(row => row.AsLink())];

    /// <summary>The entry that a journal of whichever clinic begins with; null where there is none.</summary>
    public async Task<ChainLink?> FirstOfAnyClinic(JournalName name, CancellationToken cancel) =>
        (await Of(name).IgnoreQueryFilters().SingleOrDefaultAsync(row => row.Seq == 1, cancel))?.AsLink();

    /// <summary>How far each journal of every clinic has come; those of one subject where it is named.</summary>
    public async Task<IReadOnlyList<JournalEnd>> Ends(string? subject, CancellationToken cancel)
    {
        var rows = db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking();
        if (subject is not null)
            rows = rows.Where(row => row.Subject == subject);
        var ends = await rows.GroupBy(row => new { row.Subject, row.SubjectId, row.ClinicId })
            .Select(journal => new { journal.Key, Last = journal.Max(row => row.Seq) }).ToListAsync(cancel);
        return ends.ConvertAll(end => new JournalEnd(new(end.Key.Subject, end.Key.SubjectId), end.Key.ClinicId.Value, end.Last));
    }

    /// <summary>Is an entry of this id kept in that journal?</summary>
    public Task<bool> Has(JournalName name, Guid entry, CancellationToken cancel) => Of(name).AnyAsync(row => row.EventId == entry, cancel);

    /// <summary>The journal that holds an entry of this id, of whichever clinic; null when none does.</summary>
    public async Task<JournalName?> Holding(Guid entry, CancellationToken cancel) =>
        await db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking().Where(row => row.EventId == entry)
            .Select(row => new JournalName(row.Subject, row.SubjectId)).FirstOrDefaultAsync(cancel);

    /// <summary>Is anything kept in any journal of any clinic?</summary>
    public Task<bool> HasAny(CancellationToken cancel) => db.Set<JournalRow>().IgnoreQueryFilters().AnyAsync(cancel);

    /// <summary>
    /// Adds an entry after <paramref name="before"/>, or as the first. Where another writer added one after the same link,
    /// the save fails on the key and the subject decides again.
    /// </summary>
    public ChainLink Add(JournalName name, ChainLink? before, Guid entry, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        var seq = (before?.Seq ?? 0) + 1;
        var hash = JournalChain.Hash((before?.Hash ?? JournalChain.Start).Span, seq, bytes);
        return Keep(name, entry, new(seq, bytes, hash));
    }

    /// <summary>Adds an entry as it was kept elsewhere; its chain was walked by whoever brings it.</summary>
    public ChainLink Keep(JournalName name, Guid entry, ChainLink link)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(link);
        db.Add(new JournalRow { Subject = name.Subject, SubjectId = name.Id, Seq = link.Seq, EventId = entry, Bytes = link.Bytes.ToArray(), Hash = link.Hash.ToArray() });
        return link;
    }

    private IQueryable<JournalRow> Of(JournalName name) =>
        db.Set<JournalRow>().AsNoTracking().Where(row => row.Subject == name.Subject && row.SubjectId == name.Id);
}
