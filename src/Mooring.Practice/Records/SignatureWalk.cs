using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Journals;
using Mooring.Practice.Consents;
using Mooring.Practice.Content;
using Mooring.Practice.Plans;
using Mooring.Practice.Signatures;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Records;

/// <summary>How the signatures under one row stand up.</summary>
/// <param name="What">The table: plans, consents, content_signatures.</param>
/// <param name="Break">Where the journal breaks, or that the row is not what was signed; null when all holds.</param>
public sealed record VerifiedSignature(Guid Clinic, string What, Guid Of, long Signatures, ChainBreak? Break);

/// <summary>Walks the journals of signatures of every clinic, and holds each against the row that was signed.</summary>
public sealed class SignatureWalk(MooringDb db, JournalStore journals)
{
    /// <summary>Every signed row; rows that were signed before signatures were chained are not among them.</summary>
    public async Task<IReadOnlyList<VerifiedSignature>> Walk(CheckpointBook? book, CancellationToken cancel)
    {
        var kept = (await journals.Ends(SignatureJournal.Subject, cancel)).ToDictionary(end => end.Name.Id, end => end.Clinic);
        List<VerifiedSignature> verified = [];
        foreach (var id in kept.Keys.Union(book?.Journals(SignatureJournal.Subject) ?? new HashSet<Guid>()).Order())
        {
            var links = await journals.LinksOfAnyClinic(new(SignatureJournal.Subject, id), after: 0, cancel);
            var broken = book is null ? JournalChain.FirstBreak(links) : JournalProof.Of(links, book.Of(SignatureJournal.Subject, id), book.Key).Break;
            var what = links.Count == 0 ? "" : SignatureJournal.Read(links[0]).What;
            verified.Add(new(kept.GetValueOrDefault(id), what, id, links.Count, broken ?? await Against(id, links, cancel)));
        }

        return verified;
    }

    private async Task<ChainBreak?> Against(Guid id, IReadOnlyList<ChainLink> links, CancellationToken cancel)
    {
        foreach (var link in links)
        {
            var signed = SignatureJournal.Read(link);
            var now = await HashNow(signed.What, id, cancel);
            if (now != signed.Sha256)
                return new(link.Seq, now is null ? $"The row that {signed.By.Name} signed is gone." : $"The row is not what {signed.By.Name} signed.");
        }

        return null;
    }

    private async Task<string?> HashNow(string what, Guid id, CancellationToken cancel) => what switch
    {
        SignedRows.Plans => await All<PlanRow>().Where(row => row.Id == new Id<Plan>(id)).SingleOrDefaultAsync(cancel) is { } plan ? SignatureJournal.Hash(plan.What) : null,
        SignedRows.Consents => await All<ConsentRow>().Where(row => row.Id == new Id<SignedConsent>(id)).SingleOrDefaultAsync(cancel) is { } consent ? SignatureJournal.Hash(consent.What.AsSigned()) : null,
        SignedRows.Content => await All<SignatureRow>().Where(row => row.Id == id).SingleOrDefaultAsync(cancel) is { } file ? SignatureJournal.Hash(file.Signed) : null,
        _ => null,
    };

    private IQueryable<TRow> All<TRow>()
        where TRow : OwnedRow => db.Set<TRow>().IgnoreQueryFilters().AsNoTracking();
}
