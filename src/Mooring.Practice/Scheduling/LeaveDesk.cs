using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>When somebody is away, as typed.</summary>
/// <param name="From">Empty is the beginning of the first day.</param>
/// <param name="Until">Empty is the end of the last day.</param>
public sealed record LeaveForm(Id<Resource> Person, DateOnly? First, DateOnly? Last, TimeOnly? From, TimeOnly? Until, string? Note);

/// <summary>A leave, and the appointments that can not stand as they are now.</summary>
public sealed record LeaveKept(Leave What, IReadOnlyList<Appointment> Troubled);

/// <summary>Who is away when. It stops what is booked from then on; what is booked already is named, and moved by people.</summary>
public sealed class LeaveDesk(MooringDb db, BookReading reading, TimeProvider clock)
{
    private const int LongestDays = 366;

    /// <summary>Those that are not over, by their beginning.</summary>
    public async Task<IReadOnlyList<LeaveEntry>> Ahead(CancellationToken cancel)
    {
        var resources = await reading.Resources(cancel);
        return [.. (await reading.Leaves(clock.GetUtcNow(), DateTimeOffset.MaxValue, cancel))
            .Select(row => new LeaveEntry(row.AsLeave(), resources.FirstOrDefault(one => one.Id.Value == row.PersonId)?.Name ?? "", row.Note, row.By))];
    }

    /// <summary>Refusals: WEB150, SCH120 who, SCH121 and SCH122 from when to when, APT120 too much text.</summary>
    public async Task<Outcome<LeaveKept>> Add(LeaveForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        List<Refusal> refusals = [];
        var clinic = await reading.Clinic(cancel);
        if ((await reading.Resources(cancel)).FirstOrDefault(one => one.Id == form.Person) is not { } person || !person.IsPerson)
            refusals.Add(new("SCH120", "Choose who is away.", "person"));
        if (form.First is not { } first || form.Last is not { } last || last < first || last.DayNumber - first.DayNumber > LongestDays)
            refusals.Add(new("SCH121", $"Choose the first day and the last, {LongestDays} days apart at most.", "last"));
        else if (Instant(clinic, first, form.From) >= End(clinic, last, form.Until))
            refusals.Add(new("SCH122", "The end comes after the beginning.", "until"));
        if (BookingTexts.TooLong(form.Note, "note") is { } tooLong)
            refusals.Add(tooLong);
        if (refusals.Count > 0)
            return Outcome<LeaveKept>.Refuse(refusals);

        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await reading.Hold(cancel);
        var now = clock.GetUtcNow();
        var row = new LeaveRow
        {
            Id = Id<Leave>.New(now),
            PersonId = form.Person.Value,
            From = Instant(clinic, form.First!.Value, form.From),
            Until = End(clinic, form.Last!.Value, form.Until),
            Note = BookingTexts.Read(form.Note),
            By = db.Acting(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        var troubled = await Troubled(row.From, row.Until, cancel);
        await whole.CommitAsync(cancel);
        return new LeaveKept(row.AsLeave(), troubled);
    }

    /// <summary>The person is here after all. Refusals: WEB150, SCH123 for one that is not there.</summary>
    public async Task<Outcome<Leave>> Remove(Id<Leave> id, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        if (await db.Set<LeaveRow>().SingleOrDefaultAsync(one => one.Id == id && one.EndedAt == null, cancel) is not { } row)
            return new Refusal("SCH123", "This leave was taken away already, or there is none.");
        row.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return row.AsLeave();
    }

    /// <summary>Appointments ahead for which somebody is missing between these instants.</summary>
    public async Task<IReadOnlyList<Appointment>> Troubled(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        var (now, clinic) = (clock.GetUtcNow(), await reading.Clinic(cancel));
        var (first, last) = (clinic.DayOf(from), clinic.DayOf(until));
        var book = await reading.Of([.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)], [], cancel);
        return [.. book.Taken.Where(one => one.IsOpen && one.End > now && one.Overlaps(from, until))
            .Where(one => Conflicts.Of(one, book).Any(conflict => conflict.Kind is ConflictKind.Away or ConflictKind.NobodyOnSite)).OrderBy(one => one.Start)];
    }

    private static DateTimeOffset Instant(Clinic clinic, DateOnly day, TimeOnly? time) => WallTime.Of(day, time ?? TimeOnly.MinValue, clinic.Zone).At;

    private static DateTimeOffset End(Clinic clinic, DateOnly day, TimeOnly? time) => time is { } at ? WallTime.Of(day, at, clinic.Zone).At : WallTime.Of(day.AddDays(1), TimeOnly.MinValue, clinic.Zone).At;
}
