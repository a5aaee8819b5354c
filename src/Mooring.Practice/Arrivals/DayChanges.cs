using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Arrivals;

/// <summary>What moved onto a day, off it, or within it, since an instant: read from the trail that each change leaves.</summary>
public sealed class DayChanges(MooringDb db, BookDesk book, CurrentClinic current)
{
    // Farther ahead nobody moves an appointment of today to.
    private const int DaysAround = 180;

    /// <summary>By the hour at which each is, or was, on that day.</summary>
    internal async Task<IReadOnlyList<Change>> Of(DateOnly day, DateTimeOffset since, CancellationToken cancel)
    {
        var clinic = (await current.Find(cancel))!;
        var (from, until) = (clinic.InstantOf(day.AddDays(-DaysAround), TimeOnly.MinValue), clinic.InstantOf(day.AddDays(DaysAround), TimeOnly.MinValue));
        var entries = await book.ChangedSince(since, from, until, cancel);
        var ids = entries.Select(entry => entry.What.Id.ToString()).ToList();
        var lines = (await db.Set<AuditRow>().AsNoTracking().Where(line => line.Subject == "appointments" && ids.Contains(line.SubjectId) && line.At > since)
            .OrderBy(line => line.Id).Select(line => new { line.SubjectId, line.Action, line.Before }).ToListAsync(cancel)).ToLookup(line => line.SubjectId);
        List<Change> found = [];
        foreach (var entry in entries)
        {
            var own = lines[entry.What.Id.ToString()].ToList();
            var isNew = own.Exists(line => line.Action == "added");
            var before = own.Select(line => Before(line.Before)).FirstOrDefault(start => start is not null);
            var (was, stands) = (clinic.DayOf(before ?? entry.What.Start), clinic.DayOf(entry.What.Start));
            var isOver = entry.What.State == AppointmentState.Canceled;
            if (was != day && stands != day)
                continue;
            if (isOver && !isNew)
                found.Add(new(entry, ChangeKind.Canceled, before));
            else if (isNew && !isOver && stands == day)
                found.Add(new(entry, ChangeKind.New, null));
            else if (!isNew && before is { } start && start != entry.What.Start)
                found.Add(new(entry, ChangeKind.Moved, start));
        }

        return [.. found.OrderBy(change => change.From ?? change.Entry.What.Start)];
    }

    private static DateTimeOffset? Before(string? columns)
    {
        if (columns is null)
            return null;
        using var read = JsonDocument.Parse(columns);
        return read.RootElement.TryGetProperty("Start", out var start) && DateTimeOffset.TryParse(start.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
