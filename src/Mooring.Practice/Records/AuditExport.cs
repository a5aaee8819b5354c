using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Records;

/// <summary>Which lines of the log are wanted; what is left out is not asked about.</summary>
/// <param name="Patient">Whose chart, alone or among others.</param>
/// <param name="Person">Whose acts: their id or their name.</param>
/// <param name="About">A word that stands in what was read or changed, or in its key: a device, a session.</param>
public sealed record AuditWanted(DateTimeOffset? From, DateTimeOffset? Until, Guid? Patient, string? Person, string? About = null);

/// <summary>A line of the log as it leaves the clinic, with the seal that covers it.</summary>
/// <param name="SealedBy">The number of the seal; null while none covers it.</param>
/// <param name="Sha256">What that seal says of all lines that it covers.</param>
public sealed record AuditLine(
    Guid Clinic, long Id, DateTimeOffset At, Guid ActorId, string ActorName, string Action, string Subject, string SubjectId, Guid? PatientId, string? Shown, string? SignIn, Purpose? Purpose, string? Before, long? SealedBy, string? Sha256);

/// <summary>Takes lines of the log out, with all that stands in them: for whoever may read charts and log alike, or for a court.</summary>
public sealed class AuditExport(MooringDb db, JournalStore journals)
{
    private const int AtOnce = 500;

    /// <summary>Of the clinic that is entered, the oldest first.</summary>
    public async IAsyncEnumerable<AuditLine> Lines(AuditWanted wanted, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var seals = (await journals.Links(new(AuditSeals.Subject, db.Clinic.Value), after: 0, cancel)).ToDictionary(link => link.Seq, link => Says(link.Bytes));
        var (asked, last) = (Asked(wanted), 0L);
        while (true)
        {
            var rows = await asked.Where(row => row.Id > last).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancel);
            foreach (var row in rows)
            {
                yield return new(
                    row.ClinicId.Value, row.Id, row.At, row.ActorId, row.ActorName, row.Action, row.Subject, row.SubjectId, row.PatientId, row.Shown, row.SignIn, row.Purpose, row.Before, row.SealedBy,
                    row.SealedBy is { } seal ? seals.GetValueOrDefault(seal) : null);
            }

            if (rows.Count < AtOnce)
                yield break;
            last = rows[^1].Id;
        }
    }

    private IQueryable<AuditRow> Asked(AuditWanted wanted)
    {
        var lines = db.Set<AuditRow>().AsNoTracking();
        if (wanted.From is { } from)
            lines = lines.Where(row => row.At >= from);
        if (wanted.Until is { } until)
            lines = lines.Where(row => row.At < until);
        if (wanted.Patient is { } patient)
        {
            var text = patient.ToString();
            lines = lines.Where(row => row.PatientId == patient || (row.Shown != null && row.Shown.Contains(text)));
        }

        if (wanted.Person is { } person)
            lines = Guid.TryParse(person, out var id) ? lines.Where(row => row.ActorId == id) : lines.Where(row => row.ActorName == person);
        if (wanted.About is { } about)
            lines = lines.Where(row => row.Subject.Contains(about) || row.SubjectId.Contains(about));
        return lines;
    }

    private static string? Says(ReadOnlyMemory<byte> seal) => JsonDocument.Parse(seal).RootElement.TryGetProperty("sha256", out var hash) ? hash.GetString() : null;
}
