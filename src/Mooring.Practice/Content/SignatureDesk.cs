using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Signing;
using Mooring.Content.Checks;
using Mooring.Content.Library;
using Mooring.Content.Review;
using Mooring.Practice.Access;
using Mooring.Practice.Signatures;
using Mooring.Storage;

namespace Mooring.Practice.Content;

/// <summary>A signature as a page shows it.</summary>
/// <param name="IsCurrent">False when the file has changed since.</param>
public sealed record ContentSignature(string File, string Hash, string Name, string Role, DateOnly On, bool IsCurrent)
{
    /// <summary>From which field; null of a signature that puts the file into force.</summary>
    public Reviewer? As { get; init; }

    public string? Training { get; init; }
}

/// <summary>
/// Signing the content in the clinic. The folder may be read-only and shared by many clinics, so a clinic's signatures lie
/// in its database, with the text that was signed.
/// </summary>
public sealed class SignatureDesk(MooringDb db, ClinicalLibrary library, SignatureCache shelf, StaffDesk staff, RoleRights roles, SigningAgain again, SignatureJournal signatures, TimeProvider clock)
{
    private const int ShortestTraining = 3;
    private const int LongestTraining = 200;

    /// <summary>
    /// Signs a file as it was read. Sent twice with the same <paramref name="id"/> it is kept once. Refusals: LIB501 for no
    /// such file, LIB502 when it is not what they read, LIB503 when it is not theirs to sign,
    /// SGN101 to SGN104 when the signer does not show who they are,
    /// LIB504 when a rule does not do what its own cases say, LIB505 when somebody of the field has not signed it before.
    /// </summary>
    /// <param name="hash">Of the file as the page showed it.</param>
    public Task<Outcome<ContentSignature>> Sign(Guid id, string file, string hash, CancellationToken cancel) => Keep(id, file, hash, null, null, cancel);

    /// <summary>
    /// Signs a file from a field, before it is put into force. Refusals: LIB501, LIB502, LIB504 and SGN101 to SGN104 as above, LIB506 for whom this
    /// field is not, LIB507 without training, LIB508 for a file that needs nobody of this field.
    /// </summary>
    public Task<Outcome<ContentSignature>> Review(Guid id, string file, string hash, Reviewer from, string? training, CancellationToken cancel) => Keep(id, file, hash, from, training?.Trim(), cancel);

    /// <summary>Every file that somebody of this field signs, and whether they have as it is now.</summary>
    public async Task<IReadOnlyList<FileToSign>> OfField(Reviewer field, CancellationToken cancel)
    {
        var signed = (await db.Set<SignatureRow>().AsNoTracking().Where(row => row.As == field).Select(row => new { row.File, row.Hash }).ToListAsync(cancel)).Select(row => (row.File, row.Hash)).ToHashSet();
        return
        [
            .. library.Review.Hashes.Where(file => library.Review.Needs(file.Key).Any(need => need.From == field)).OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => new FileToSign(file.Key, signed.Contains((file.Key, file.Value)) || library.Review.Has(file.Key, field))),
        ];
    }

    /// <summary>Which fields have yet to sign a file as it is now.</summary>
    public async Task<IReadOnlyList<ReviewNeed>> Missing(string file, CancellationToken cancel)
    {
        var hash = library.Review.Hashes.GetValueOrDefault(file);
        var signed = await db.Set<SignatureRow>().AsNoTracking().Where(row => row.File == file && row.Hash == hash && row.As != null).Select(row => row.As).ToListAsync(cancel);
        return [.. library.Review.Needs(file).Where(need => !signed.Contains(need.From) && !library.Review.Has(file, need.From))];
    }

    private async Task<Outcome<ContentSignature>> Keep(Guid id, string file, string hash, Reviewer? from, string? training, CancellationToken cancel)
    {
        var by = db.Acting();
        if (!by.May(RightOf(from)))
            return from is { } field ? new Refusal("LIB506", $"This is signed by a {ReviewNeed.NameOf(field)}.") : new Refusal("LIB503", "Content is put into force by the medical director.");
        if (!library.Review.Hashes.TryGetValue(file, out var now))
            return new Refusal("LIB501", $"There is no file '{file}' in the content.");
        if (now != hash)
            return new Refusal("LIB502", "The file has changed since you opened it. Read it again, then sign.");
        if (library.Rules.Values.FirstOrDefault(rule => rule.File == file) is { } signed
            && signed.Value.Cases.Where(each => !RuleCheck.Passes(signed.Value, each, library.Words)).Select(each => each.Case).ToList() is { Count: > 0 } failing)
            return new Refusal("LIB504", $"Its own worked cases fail: {string.Join("; ", failing)}. Mend the rule or its cases first.");
        if (from is { } reviewer && library.Review.Needs(file).All(need => need.From != reviewer))
            return new Refusal("LIB508", "This file needs no signature of your field.");
        if (from is not null && training is not { Length: >= ShortestTraining and <= LongestTraining })
            return new Refusal("LIB507", $"Write your training, in {ShortestTraining} to {LongestTraining} letters.", "training");
        if (from is null && await Missing(file, cancel) is { Count: > 0 } missing)
            return new Refusal("LIB505", $"Before this file is put into force it is signed by: {string.Join(", ", missing.Select(need => $"a {ReviewNeed.NameOf(need.From)}"))}.");
        var signature = await again.As(from is null ? ToSign.Content : ToSign.ContentReviewed, cancel);
        if (!signature.IsDone)
            return Outcome<ContentSignature>.Refuse(signature.Refusals);
        var mine = new ContentSignature(file, hash, by.Name, roles.NameFor(by, RightOf(from)), await staff.Today(clock, cancel), true) { As = from, Training = training };
        return await ChosenId.Once(db,
            () => ChosenId.Kept<SignatureRow, ContentSignature>(db, row => row.Id == id, row => row.File == file && row.Hash == hash && row.As == from, _ => mine, cancel),
            async () =>
            {
                var row = new SignatureRow { Id = id, File = file, Hash = hash, By = by, As = from, Training = training, At = clock.GetUtcNow() };
                db.Add(row);
                await signatures.Add(SignedRows.Content, id, row.Signed, signature.Value, cancel);
                await db.Keep(hash, file, library.Texts[file], clock.GetUtcNow(), cancel);
                await db.SaveChangesAsync(cancel);
                shelf.Forget(db.Clinic);
                return mine;
            });
    }

    /// <summary>Every signature under a file, newest first: this clinic's, then those that came with the content.</summary>
    public async Task<IReadOnlyList<ContentSignature>> Of(string file, CancellationToken cancel)
    {
        var now = library.Review.Hashes.GetValueOrDefault(file);
        var clinic = await staff.Clinic(cancel);
        var rows = await db.Set<SignatureRow>().AsNoTracking().Where(row => row.File == file).OrderByDescending(row => row.At).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new ContentSignature(file, row.Hash, row.By.Name, roles.NameFor(row.By, RightOf(row.As)), clinic!.DayOf(row.At), row.Hash == now) { As = row.As, Training = row.Training }),
            .. library.Review.Signatures.Where(each => each.File == file)
                .Select(each => new ContentSignature(file, each.Hash, each.Name, each.Role, each.On, string.Equals(each.Hash, now, StringComparison.OrdinalIgnoreCase)) { As = each.As, Training = each.Training }),
        ];
    }

    private static Right RightOf(Reviewer? from) => from is { } field ? ReviewNeed.RightOf(field) : Right.SignContent;

    /// <summary>The text that was kept of a file or item before, newest first: signed, or first decided on. Without the text as it is now.</summary>
    public async Task<IReadOnlyList<ArchivedContentRow>> Kept(string file, string id, CancellationToken cancel)
    {
        var now = library.Review.Hashes.GetValueOrDefault(file);
        return await db.Set<ArchivedContentRow>().AsNoTracking().Where(row => (row.Id == file || row.Id == id) && row.Hash != now)
            .OrderByDescending(row => row.KeptAt).ToListAsync(cancel);
    }

    /// <summary>
    /// SES906 when a clinic that treats people would start a session on content that nobody signed as it is; nothing in a
    /// demonstration, which says so on every page.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> Unsigned(string protocolId, ContentPin monitoring, CancellationToken cancel)
    {
        if (await staff.Clinic(cancel) is { IsDemo: true })
            return [];

        var files = FilesToSign.Of(library, protocolId, monitoring);
        var signed = await db.Set<SignatureRow>().AsNoTracking().Where(row => files.Contains(row.File) && row.As == null).Select(row => new { row.File, row.Hash }).ToListAsync(cancel);
        var unsigned = files.Where(file => !library.IsReviewed(file) && !signed.Any(row => row.File == file && row.Hash == library.Review.Hashes.GetValueOrDefault(file))).ToList();
        return unsigned.Count == 0 ? [] :
        [
            new("SES906", $"This content has not been read and signed as it is now: {string.Join(", ", unsigned)}. "
                + "The medical director reads it in the library (the page Library, unreviewed content) and signs it there; then the session can be opened."),
        ];
    }
}
