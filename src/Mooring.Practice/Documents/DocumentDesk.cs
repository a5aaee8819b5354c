using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Documents;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Documents;

/// <summary>What is said of a file when it is added.</summary>
public sealed record DocumentForm
{
    public string? Type { get; init; }

    public string? Title { get; init; }

    /// <summary>The day that the paper bears.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The version of before that it stands for.</summary>
    public Id<Document>? Replaces { get; init; }
}

/// <summary>Papers and pictures of the chart: looked into before they are kept, sealed, and never changed.</summary>
public sealed class DocumentDesk(MooringDb db, Seal seal, ClinicalLibrary library, CurrentClinic current, TimeProvider clock)
{
    /// <summary>Letters of a title.</summary>
    public const int LongestTitle = 120;

    /// <summary>Letters of a reason.</summary>
    public const int LongestReason = 300;

    public DocumentTerms Terms => library.Sound().Documents!.Value;

    /// <summary>Newest first, those that do not count any more among them.</summary>
    public async Task<IReadOnlyList<Document>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<DocumentRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.AddedAt).ToListAsync(cancel)).Select(row => row.What)];

    /// <summary>One document of this patient; null for anybody else's.</summary>
    public async Task<Document?> Find(Id<Patient> patient, Id<Document> id, CancellationToken cancel) =>
        (await db.Set<DocumentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PatientId == patient, cancel))?.What;

    /// <summary>
    /// Keeps a file: DOC101 to DOC111 what is wrong with it, DOC112 to DOC115 what is said of it, STO105, WEB150. The same id twice
    /// is one document; STO401 for another file under it.
    /// </summary>
    public async Task<Outcome<Document>> Add(Id<Patient> patient, Id<Document> id, DocumentForm form, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        if (db.Unless(Right.AddDocuments) is { } notTheirs)
            return notTheirs;
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var (now, clinic) = (clock.GetUtcNow(), (await current.Find(cancel))!);
        var inspected = FileInspection.Of(file.Span, Terms);
        var before = form.Replaces is { } replaced ? await db.Set<DocumentRow>().SingleOrDefaultAsync(row => row.Id == replaced && row.PatientId == patient, cancel) : null;
        List<Refusal> refusals = [.. inspected.Refusals, .. Judge(form, clinic.DayOf(now))];
        var title = form.Title?.Trim() ?? "";
        var hash = inspected.IsDone ? Convert.ToHexStringLower(SHA256.HashData(inspected.Value.Bytes)) : "";
        if (refusals.Count == 0 && await Kept() is { } kept)
            return kept;
        if (form.Replaces is not null && before is not { What.Counts: true })
            refusals.Add(new("DOC115", "The document that this stands for is not there, was replaced already, or is in error. Look at the list again."));
        if (refusals.Count > 0)
            return Outcome<Document>.Refuse(refusals);

        var document = new Document(id, patient, form.Type!, title, form.On!.Value, inspected.Value!.Format, inspected.Value.Pages, inspected.Value.Bytes.Length, hash, db.Acting(), now) { Replaces = form.Replaces };
        return await ChosenId.Keep(db, Kept, async () =>
        {
            db.Add(new DocumentRow { Id = id, PatientId = patient, AddedAt = now, What = document });
            db.Add(new DocumentBytesRow { DocumentId = id, Sealed = seal.Close(inspected.Value.Bytes, Bound(patient, id)) });
            if (before is not null)
                before.What = before.What with { IsReplaced = true };
            await db.SaveChangesAsync(cancel);
            return document;
        });

        Task<Outcome<Document>?> Kept() => ChosenId.Kept<DocumentRow, Document>(db, row => row.Id == id, row => row.PatientId == patient && row.What.Hash == hash && row.What.Title == title && row.What.Type == form.Type, row => row.What, cancel);
    }

    /// <summary>The bytes as they were kept: DOC116 no such document, DOC119 when they can not be opened or are not what was kept.</summary>
    public async Task<Outcome<byte[]>> Open(Id<Patient> patient, Id<Document> id, CancellationToken cancel)
    {
        if (db.Unless(Right.ReadCharts, patient) is { } notTheirs)
            return notTheirs;
        if (await Find(patient, id, cancel) is not { } document)
            return NoSuchDocument;
        var row = await db.Set<DocumentBytesRow>().AsNoTracking().SingleAsync(bytes => bytes.DocumentId == id, cancel);
        try
        {
            var bytes = seal.OpenBytes(row.Sealed, Bound(patient, id));
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) == document.Hash)
                return bytes;
        }
        catch (CryptographicException)
        {
            // Answered below: another key, or other bytes.
        }

        return new Refusal("DOC119", "This document can not be opened: it was sealed with another key than the one in this data folder, or was changed. Put the key back that was there when it was added.");
    }

    /// <summary>Says that it is in this chart in error; it stays, marked. DOC116, DOC117 without reason, DOC118 said before, WEB150.</summary>
    public async Task<Outcome<Document>> MarkError(Id<Patient> patient, Id<Document> id, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.AddDocuments) is { } notTheirs)
            return notTheirs;
        if (await db.Set<DocumentRow>().SingleOrDefaultAsync(row => row.Id == id && row.PatientId == patient, cancel) is not { } row)
            return NoSuchDocument;
        if (row.What.Error is not null)
            return new Refusal("DOC118", "This document is marked as in error already.");
        if (because?.Trim() is not { Length: > 0 and <= LongestReason } reason)
            return new Refusal("DOC117", $"Write why it is in this chart in error, in {LongestReason} letters at most.", "because");
        row.What = row.What with { Error = new(reason, db.Acting(), clock.GetUtcNow()) };
        await db.SaveChangesAsync(cancel);
        return row.What;
    }

    internal static string Bound(Id<Patient> patient, Id<Document> document) => $"document/{patient}/{document}";

    private static Refusal NoSuchDocument { get; } = new("DOC116", "There is no such document of this patient.");

    private IEnumerable<Refusal> Judge(DocumentForm form, DateOnly today)
    {
        if (Terms.Type(form.Type) is null)
            yield return new("DOC112", "Choose what kind of paper it is.", "type");
        if (form.Title?.Trim() is not { Length: > 0 and <= LongestTitle } title || title.Any(char.IsControl))
            yield return new("DOC113", $"Write a title, {LongestTitle} letters at most, on one line.", "title");
        if (form.On is not { } on || on > today)
            yield return new("DOC114", "Write the day that stands on the paper; it can not be a day to come.", "on");
    }
}
