using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Records;

/// <summary>One line of the access log.</summary>
/// <param name="Action">viewed, listed, searched, printed, exported, opened, left, or added, changed, removed, filed.</param>
/// <param name="What">The page that was read, or the table that was changed.</param>
/// <param name="Patients">How many patients it showed; 0 where it was nobody's chart.</param>
/// <param name="Purpose">What for; null in lines of an earlier version.</param>
/// <param name="Columns">Which columns changed. What stood in them is for those who may read the chart.</param>
public sealed record AccessLine(long Id, DateTimeOffset At, Guid ActorId, string Actor, string Action, string What, string? Patient, int Patients, Purpose? Purpose, IReadOnlyList<string> Columns);

/// <summary>A page of the log, newest first.</summary>
/// <param name="Before">Ask with it for the next older page; null at the end.</param>
public sealed record AccessPage(IReadOnlyList<AccessLine> Lines, long? Before);

/// <summary>What the log is asked for; everything that is left out is not asked about.</summary>
/// <param name="Number">The number of a patient, as the clinic writes it.</param>
/// <param name="Person">Whose acts.</param>
/// <param name="From">From this moment on.</param>
/// <param name="Until">Before this moment.</param>
/// <param name="Before">Older than this line.</param>
public sealed record AccessQuestion(string? Number, Guid? Person, DateTimeOffset? From, DateTimeOffset? Until, long? Before);

/// <summary>Who saw and who changed what: the log, without what stands in any chart.</summary>
public sealed class AccessLogDesk(MooringDb db)
{
    private const int PageLength = 50;

    /// <summary>ACL101 when no patient has that number.</summary>
    public async Task<Outcome<AccessPage>> Ask(AccessQuestion asked, CancellationToken cancel)
    {
        if (db.Unless(Right.ReadAccessLog) is { } notTheirs)
            return notTheirs;
        var lines = db.Set<AuditRow>().AsNoTracking();
        if (asked.Number is { } number)
        {
            var found = await db.Set<PatientRow>().AsNoTracking().Where(row => row.Number == number).OrderBy(row => row.Id).Select(row => row.Id).Take(1).ToListAsync(cancel);
            if (found.Count == 0)
                return new Refusal("ACL101", "No patient of this clinic has that number; write it as it stands on the chart, such as M-1001.", "number");
            var (patient, text) = (found[0].Value, found[0].ToString());
            lines = lines.Where(row => row.PatientId == patient || (row.Shown != null && row.Shown.Contains(text)));
        }

        if (asked.Person is { } person)
            lines = lines.Where(row => row.ActorId == person);
        if (asked.From is { } from)
            lines = lines.Where(row => row.At >= from);
        if (asked.Until is { } until)
            lines = lines.Where(row => row.At < until);
        if (asked.Before is { } before)
            lines = lines.Where(row => row.Id < before);
        var rows = await lines.OrderByDescending(row => row.Id).Take(PageLength + 1).ToListAsync(cancel);
        var numbers = await Numbers([.. rows.Select(row => row.PatientId).OfType<Guid>().Distinct()], cancel);
        return new AccessPage(
            [.. rows.Take(PageLength).Select(row => Line(row, numbers))],
            rows.Count > PageLength ? rows[PageLength - 1].Id : null);
    }

    private async Task<Dictionary<Guid, string>> Numbers(List<Guid> patients, CancellationToken cancel)
    {
        var ids = patients.ConvertAll(id => new Id<Clinical.Patients.Patient>(id));
        return (await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Number }).ToListAsync(cancel))
            .ToDictionary(row => row.Id.Value, row => row.Number);
    }

    private static AccessLine Line(AuditRow row, Dictionary<Guid, string> numbers) => new(
        row.Id, row.At, row.ActorId, row.ActorName, row.Action, row.Subject,
        row.PatientId is { } patient ? numbers.GetValueOrDefault(patient) : null,
        row.PatientId is not null ? 1 : row.Shown?.Split(' ').Length ?? 0,
        row.Purpose,
        row.Before is null ? [] : [.. JsonDocument.Parse(row.Before).RootElement.EnumerateObject().Select(column => column.Name)]);
}
