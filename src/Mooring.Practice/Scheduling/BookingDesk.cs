using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>
/// Writes into the appointment book. Each act holds the book until it is kept, so that of two who want the last chair at once
/// one gets it. What stands against an appointment is refused all at once (APT101 to APT117), for everybody, unless a reason is given.
/// </summary>
public sealed class BookingDesk(MooringDb db, BookReading reading, BookWriting writing, Wishes wishes, BookingContent content, TimeProvider clock)
{
    /// <summary>How the appointment would stand, and what stands against it; nothing is kept. Refusals: WEB150, and those of the form.</summary>
    public async Task<Outcome<Placed>> Try(BookingForm form, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        var wanted = await wishes.Of(form, cancel);
        return wanted.IsDone ? await Place(wanted.Value.Wish, cancel) : Outcome<Placed>.Refuse(wanted.Refusals);
    }

    /// <summary>The times of that day at which nothing would stand against it; the form's time is left open.</summary>
    public async Task<Outcome<IReadOnlyList<TimeOnly>>> Free(BookingForm form, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        var wanted = await wishes.Of(form with { Time = new(23, 59) }, cancel);
        if (!wanted.IsDone)
            return Outcome<IReadOnlyList<TimeOnly>>.Refuse(wanted.Refusals);
        var wish = wanted.Value.Wish;
        var book = await reading.Of([wish.Day], [wish.Patient], cancel);
        return Outcome<IReadOnlyList<TimeOnly>>.Done(FreeTimes.Of(wish, book, content.Staffing, clock.GetUtcNow()));
    }

    /// <summary>
    /// Books, or holds where the form says until when; the planned contact moves to that day with it. What was told of it, such as a
    /// change of the clocks, comes back beside it. Refusals: WEB150, APT101 to APT128, APT130 for a contact that is booked already,
    /// STO401 for an id that says something else.
    /// </summary>
    public async Task<Outcome<Placed>> Book(BookingForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await reading.Hold(cancel);
        if (form.Id is { } id && await Kept(id, form, cancel) is { } kept)
            return kept;
        var wanted = await wishes.Of(form, cancel);
        if (!wanted.IsDone)
            return Outcome<Placed>.Refuse(wanted.Refusals);
        if (await writing.Twice(wanted.Value.Visit, cancel) is { } twice)
            return twice;
        var placed = await Place(wanted.Value.Wish, cancel);
        if (BookWriting.Against([placed], form.Override) is { Count: > 0 } against)
            return Outcome<Placed>.Refuse(against);
        await writing.Add(placed, form, wanted.Value.Visit, cancel);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        return placed;
    }

    /// <summary>
    /// Moves it, those after it, or all of its series that lie ahead, to the same time of day; what has been stays. Refusals: WEB150,
    /// APT101 to APT117, APT121 no reason, APT125, APT126, APT127, APT129 changed meanwhile, APT131 none that is open.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<Placed>>> Move(MoveForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await reading.Hold(cancel);
        var proposed = await Moved(form, cancel);
        if (!proposed.IsDone)
            return Outcome<IReadOnlyList<Placed>>.Refuse(proposed.Refusals);
        if (BookWriting.Against(proposed.Value, form.Override) is { Count: > 0 } against)
            return Outcome<IReadOnlyList<Placed>>.Refuse(against);
        foreach (var placed in proposed.Value)
            await writing.Replace(placed, form, cancel);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        return proposed;
    }

    private async Task<Outcome<IReadOnlyList<Placed>>> Moved(MoveForm form, CancellationToken cancel)
    {
        var (now, clinic) = (clock.GetUtcNow(), await reading.Clinic(cancel));
        if (await db.Set<AppointmentRow>().SingleOrDefaultAsync(one => one.Id == form.Id, cancel) is not { } row || !row.AsAppointment().IsOpen)
            return BookWriting.NotOpen;
        if (content.Type(row.Type) is not { } type)
            return new Refusal("APT136", "This kind of appointment is not in the library any more. Cancel it and book another.", "type");
        List<Refusal> refusals = [.. await wishes.Misfits(form.Resources, type, cancel)];
        if (BookingTexts.Missing(form.Because, "because") is { } reason)
            refusals.Add(reason);
        if (BookingTexts.TooLong(form.Override, "override") is { } tooLong)
            refusals.Add(tooLong);
        if (form.Shown is { } shown && shown != row.Sequence)
            refusals.Add(new("APT129", Sentence.Of("Meanwhile somebody changed this appointment; it is at {start} now. Look at it again.", ("start", row.Start)), "day"));
        if (form.Day is not { } day || form.Time is not { } time)
            refusals.Add(new("APT125", "Choose the day and the time.", form.Day is null ? "day" : "time"));
        else if (day < clinic.DayOf(now))
            refusals.Add(new("APT126", "This day has passed. Choose today or a later day.", "day"));
        if (refusals.Count > 0)
            return Outcome<IReadOnlyList<Placed>>.Refuse(refusals);

        var rows = row.SeriesId is { } series && form.Scope != MoveScope.This
            ? await db.Set<AppointmentRow>().Where(one => one.SeriesId == series).ToListAsync(cancel) : [row];
        var moves = SeriesMove.Of([.. rows.Select(one => one.AsAppointment())], row.AsAppointment(), form.Day!.Value, form.Time!.Value, form.Scope, now);
        var moving = moves.Select(move => move.What.Id).ToHashSet();
        var book = await reading.Of([.. moves.Select(move => move.Day)], [row.PatientId], cancel);
        // Those that move with it are not in its way where they were.
        book = book with { Taken = [.. book.Taken.Where(one => !moving.Contains(one.Id))], Dosings = [.. book.Dosings.Where(one => !moving.Contains(one.Id))] };
        var (visits, phases) = (await writing.Windows(rows, cancel), await wishes.Phases(rows, cancel));
        return Outcome<IReadOnlyList<Placed>>.Done(Series.Place(
            [.. moves.Select(move => wishes.Again(rows.Find(one => one.Id == move.What.Id)!, move.Day, move.Time, form.Resources, phases.GetValueOrDefault(move.What.Id)) with { Window = visits.GetValueOrDefault(move.What.Id) })], book, content.Staffing));
    }

    private async Task<Placed> Place(Wish wish, CancellationToken cancel) =>
        Placing.Of(wish, await reading.Of([wish.Day], [wish.Patient], cancel), content.Staffing);

    private Task<Outcome<Placed>?> Kept(Id<Appointment> id, BookingForm form, CancellationToken cancel) => ChosenId.Kept<AppointmentRow, Placed>(
        db, row => row.Id == id, row => row.PatientId == form.Patient && row.VisitId == form.Visit, row => new(row.AsAppointment(), []), cancel);
}
