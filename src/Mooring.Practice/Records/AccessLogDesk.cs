using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Records;

/// <summary>One line of the access log.</summary>
/// <param name="Action">viewed, listed, searched, printed, exported, opened, left, or added, changed, removed, filed, or one of <see cref="AccessActs"/>.</param>
/// <param name="What">The page that was read, the table that was changed, or what the act was on.</param>
/// <param name="Patients">How many patients it showed; 0 where it was nobody's chart.</param>
/// <param name="Purpose">What for; null in lines of an earlier version.</param>
/// <param name="Columns">Which columns changed. What stood in them is for those who may read the chart.</param>
public sealed record AccessLine(long Id, DateTimeOffset At, Guid ActorId, string Actor, string Action, string What, string? Patient, int Patients, Purpose? Purpose, IReadOnlyList<string> Columns)
{
    /// <summary>The row, the link, the key; empty where there is none.</summary>
    public string Of { get; init; } = "";
}

/// <summary>A page of the log, newest first.</summary>
/// <param name="Before">Ask with it for the next older page; null at the end.</param>
public sealed record AccessPage(IReadOnlyList<AccessLine> Lines, long? Before);

/// <summary>What the log is asked for; everything that is left out is not asked about.</summary>
/// <param name="Number">The number of a patient as the clinic writes it, or the name.</param>
/// <param name="Person">Whose acts.</param>
/// <param name="From">From this moment on.</param>
/// <param name="Until">Before this moment.</param>
/// <param name="Before">Older than this line.</param>
public sealed record AccessQuestion(string? Number, Guid? Person, DateTimeOffset? From, DateTimeOffset? Until, long? Before)
{
    public AccessKind? Kind { get; init; }

    public Purpose? Purpose { get; init; }

    /// <summary>A device, a link, a key or a row, as it stands in the line.</summary>
    public string? Of { get; init; }
}

/// <summary>Who saw and who changed what: the log, without what stands in any chart.</summary>
public sealed class AccessLogDesk(MooringDb db, PatientDesk patients)
{
    /// <summary>Lines of one export; narrower questions tell the rest.</summary>
    public const int MostExported = 20_000;

    private const int PageLength = 50;

    /// <summary>ACL101 when no patient has that number or name, ACL102 when several have the name.</summary>
    public async Task<Outcome<AccessPage>> Ask(AccessQuestion asked, CancellationToken cancel)
    {
        var read = await Read(asked, PageLength + 1, cancel);
        return read.IsDone
            ? new AccessPage([.. read.Value.Take(PageLength)], read.Value.Count > PageLength ? read.Value[PageLength - 1].Id : null)
            : Outcome<AccessPage>.Refuse(read.Refusals);
    }

    /// <summary>All that was asked for, as far as <see cref="MostExported"/>; newest first. The same refusals.</summary>
    public Task<Outcome<IReadOnlyList<AccessLine>>> All(AccessQuestion asked, CancellationToken cancel) => Read(asked with { Before = null }, MostExported, cancel);

    /// <summary>The last time somebody did this; null for never.</summary>
    public async Task<DateTimeOffset?> Last(string act, CancellationToken cancel) => db.Unless(Right.ReadAccessLog) is not null ? null
        : (await db.Set<AuditRow>().AsNoTracking().Where(row => row.Action == act).OrderByDescending(row => row.Id).Select(row => row.At).Take(1).ToListAsync(cancel)) is [var at] ? at : null;

    private async Task<Outcome<IReadOnlyList<AccessLine>>> Read(AccessQuestion asked, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (db.Unless(Right.ReadAccessLog) is { } notTheirs)
            return notTheirs;
        var lines = Narrowed(db.Set<AuditRow>().AsNoTracking(), asked);
        if (asked.Number is { } words)
        {
            var found = await Sought(words, cancel);
            if (!found.IsDone)
                return Outcome<IReadOnlyList<AccessLine>>.Refuse(found.Refusals);
            var (patient, text) = (found.Value, found.Value.ToString());
            lines = lines.Where(row => row.PatientId == patient || (row.Shown != null && row.Shown.Contains(text)));
        }

        var rows = await lines.OrderByDescending(row => row.Id).Take(most).ToListAsync(cancel);
        var numbers = await Numbers([.. rows.Select(row => row.PatientId).OfType<Guid>().Distinct()], cancel);
        return Outcome<IReadOnlyList<AccessLine>>.Done([.. rows.Select(row => Line(row, numbers))]);
    }

    private static IQueryable<AuditRow> Narrowed(IQueryable<AuditRow> lines, AccessQuestion asked)
    {
        if (asked.Person is { } person)
            lines = lines.Where(row => row.ActorId == person);
        if (asked.From is { } from)
            lines = lines.Where(row => row.At >= from);
        if (asked.Until is { } until)
            lines = lines.Where(row => row.At < until);
        if (asked.Before is { } before)
            lines = lines.Where(row => row.Id < before);
        if (asked.Purpose is { } purpose)
            lines = lines.Where(row => row.Purpose == purpose);
        if (asked.Of is { } of)
            lines = lines.Where(row => row.SubjectId.StartsWith(of));
        return asked.Kind is { } kind && AccessKinds.Actions(kind) is var actions ? lines.Where(row => actions.Contains(row.Action)) : lines;
    }

    // By the number as it stands on the chart, else by the name.
    private async Task<Outcome<Guid>> Sought(string words, CancellationToken cancel)
    {
        var exact = await db.Set<PatientRow>().AsNoTracking().Where(row => row.Number == words).OrderBy(row => row.Id).Select(row => row.Id).Take(1).ToListAsync(cancel);
        if (exact.Count > 0)
            return exact[0].Value;
        var like = await patients.Search(words, cancel, archivedToo: true);
        return like.Count switch
        {
            0 => new Refusal("ACL101", "No patient of this clinic has that number or name; write it as it stands on the chart, such as M-1001.", "number"),
            1 => like[0].Id.Value,
            _ => new Refusal("ACL102", $"{like.Count} patients have that name, such as {string.Join(", ", like.Take(5).Select(one => one.Number))}. Write the number.", "number"),
        };
    }

    private async Task<Dictionary<Guid, string>> Numbers(List<Guid> named, CancellationToken cancel)
    {
        var ids = named.ConvertAll(id => new Id<Patient>(id));
        return (await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Number }).ToListAsync(cancel))
            .ToDictionary(row => row.Id.Value, row => row.Number);
    }

    private static AccessLine Line(AuditRow row, Dictionary<Guid, string> numbers) => new(
        row.Id, row.At, row.ActorId, row.ActorName, row.Action, row.Subject,
        row.PatientId is { } patient ? numbers.GetValueOrDefault(patient) : null,
        row.PatientId is not null ? 1 : row.Shown?.Split(' ').Length ?? 0,
        row.Purpose,
        row.Before is null ? [] : [.. JsonDocument.Parse(row.Before).RootElement.EnumerateObject().Select(column => column.Name)])
    { Of = row.SubjectId };
}
