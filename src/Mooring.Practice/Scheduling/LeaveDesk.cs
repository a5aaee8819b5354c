using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Access;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>When somebody is away, as typed.</summary>
/// <param name="From">Empty is the beginning of the first day.</param>
/// <param name="Until">Empty is the end of the last day.</param>
/// <param name="Deputy">Of whole days: who has their tasks meanwhile; null where all of the role do.</param>
public sealed record LeaveForm(Id<Resource> Person, DateOnly? First, DateOnly? Last, TimeOnly? From, TimeOnly? Until, string? Note, Guid? Deputy = null)
{
    /// <summary>Nobody said an hour.</summary>
    public bool IsWholeDays => From is null && Until is null;
}

/// <summary>A leave, and the appointments that can not stand as they are now.</summary>
public sealed record LeaveKept(Leave What, IReadOnlyList<Appointment> Troubled);

/// <summary>
/// Who is away when. It stops what is booked from then on; what is booked already is named, and moved by people. Whole days are one
/// with being away: the tasks of that person are their deputy's, or everybody's of the role.
/// </summary>
public sealed class LeaveDesk(MooringDb db, BookReading reading, AwayDesk away, TimeProvider clock)
{
    private const int LongestDays = 366;

    /// <summary>Those that are not over, by their beginning.</summary>
    public async Task<IReadOnlyList<LeaveEntry>> Ahead(CancellationToken cancel)
    {
        var resources = await reading.Resources(cancel);
        return [.. (await reading.Leaves(clock.GetUtcNow(), null, cancel)).Select(said => said.Named(resources)).OfType<LeaveEntry>()];
    }

    /// <summary>Refusals: WEB150, SCH120 who, SCH121 and SCH122 from when to when, APT120 too much text; of whole days AWY102 to AWY105 too.</summary>
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
        var kept = form.IsWholeDays ? await Days(form, clinic, cancel) : await Hours(form, clinic, cancel);
        if (!kept.IsDone)
            return Outcome<LeaveKept>.Refuse(kept.Refusals);
        var troubled = await Troubled(kept.Value.From, kept.Value.Until, cancel);
        await whole.CommitAsync(cancel);
        return new LeaveKept(kept.Value, troubled);
    }

    /// <summary>The person is here after all. Refusals: WEB150, SCH123 for one that is not there.</summary>
    public async Task<Outcome<Leave>> Remove(Id<Leave> id, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        if (await db.Set<AwayRow>().SingleOrDefaultAsync(one => one.Id == id.Value && one.EndedAt == null, cancel) is { } days)
        {
            await away.End(days, cancel);
            return LeaveSaid.Of(days, await reading.Clinic(cancel)).What;
        }

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

    private async Task<Outcome<Leave>> Hours(LeaveForm form, Clinic clinic, CancellationToken cancel)
    {
        var row = new LeaveRow
        {
            Id = Id<Leave>.New(clock.GetUtcNow()),
            PersonId = form.Person.Value,
            From = Instant(clinic, form.First!.Value, form.From),
            Until = End(clinic, form.Last!.Value, form.Until),
            Note = BookingTexts.Read(form.Note),
            By = db.Acting(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.AsLeave();
    }

    // The desk of who is away names its own fields.
    private async Task<Outcome<Leave>> Days(LeaveForm form, Clinic clinic, CancellationToken cancel)
    {
        var entered = await away.Enter(form.Person.Value, form.First, form.Last, form.Deputy, BookingTexts.Read(form.Note), cancel);
        return entered.IsDone
            ? new Leave(new(entered.Value.Id), form.Person, clinic.InstantOf(entered.Value.From, TimeOnly.MinValue), clinic.InstantOf(entered.Value.Until.AddDays(1), TimeOnly.MinValue))
            : Outcome<Leave>.Refuse([.. entered.Refusals.Select(refusal => refusal with { At = refusal.At switch { "from" => "first", "until" => "last", var at => at } })]);
    }

    private static DateTimeOffset Instant(Clinic clinic, DateOnly day, TimeOnly? time) => WallTime.Of(day, time ?? TimeOnly.MinValue, clinic.Zone).At;

    private static DateTimeOffset End(Clinic clinic, DateOnly day, TimeOnly? time) => time is { } at ? WallTime.Of(day, at, clinic.Zone).At : WallTime.Of(day.AddDays(1), TimeOnly.MinValue, clinic.Zone).At;
}
