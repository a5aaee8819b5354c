using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>What somebody who waits for a time says, as typed.</summary>
public sealed record WaitForm
{
    public Id<Patient> Patient { get; init; }

    /// <summary>Ids of visit types; any when there is none.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>When they can come; any time when there is none.</summary>
    public IReadOnlyList<WaitWindow> Windows { get; init; } = [];

    /// <summary>Hours that they need to know before.</summary>
    public int NoticeHours { get; init; }

    public WaitPriority Priority { get; init; } = WaitPriority.Usual;

    /// <summary>The last day on which a time helps them.</summary>
    public DateOnly? Until { get; init; }

    public string? Note { get; init; }
}

/// <summary>Somebody who waits, with their name.</summary>
public sealed record WaitEntry(Waiting What, Patient Patient, string? Note);

/// <summary>Who would come sooner. A time that becomes free is offered to one after the other, the greatest need first.</summary>
public sealed class WaitlistDesk(MooringDb db, BookReading reading, BookingContent content, TimeProvider clock)
{
    private const int MostHours = 336;

    /// <summary>Everyone who waits, the greatest need first, then the longest waiting.</summary>
    public async Task<IReadOnlyList<WaitEntry>> All(CancellationToken cancel)
    {
        var today = (await reading.Clinic(cancel)).DayOf(clock.GetUtcNow());
        var rows = await (
            from wait in db.Set<WaitRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on wait.PatientId equals patient.Id
            where wait.ClosedAt == null && (wait.Until == null || wait.Until >= today)
            select new { wait, patient }).ToListAsync(cancel);
        return [.. rows.Select(row => new WaitEntry(row.wait.AsWaiting(), row.patient.AsPatient(), row.wait.Note)).OrderBy(one => one.What.Priority).ThenBy(one => one.What.Since)];
    }

    /// <summary>Whom the time of an appointment that was called off would fit, the best first; empty once it is over.</summary>
    public async Task<IReadOnlyList<WaitEntry>> For(Id<Appointment> free, CancellationToken cancel)
    {
        var row = await db.Set<AppointmentRow>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == free && (one.State == AppointmentState.Canceled || one.State == AppointmentState.Missed), cancel);
        if (row is null)
            return [];
        var all = await All(cancel);
        return [.. WaitFit.Of(all.Select(one => one.What), row.AsAppointment(), clock.GetUtcNow()).Select(fit => all.First(one => one.What.Id == fit.Id))];
    }

    /// <summary>Refusals: WEB150, SCH140 to SCH145 of the form, APT120 too much text.</summary>
    public async Task<Outcome<Waiting>> Add(WaitForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        List<Refusal> refusals = [];
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == form.Patient, cancel))
            refusals.Add(new("SCH140", "There is no such patient here.", "patient"));
        if (form.Types.Any(type => content.Type(type) is null))
            refusals.Add(new("SCH141", "Choose among the kinds of appointments that there are.", "types"));
        if (form.Windows.Any(window => window.Until <= window.From))
            refusals.Add(new("SCH142", "The end of a time comes after its beginning.", "windows"));
        if (form.NoticeHours is < 0 or > MostHours)
            refusals.Add(new("SCH143", $"They need to know 0 to {MostHours} hours before.", "notice"));
        if (form.Until < (await reading.Clinic(cancel)).DayOf(clock.GetUtcNow()))
            refusals.Add(new("SCH144", "This day has passed.", "until"));
        if (await db.Set<WaitRow>().AnyAsync(row => row.PatientId == form.Patient && row.ClosedAt == null, cancel))
            refusals.Add(new("SCH145", "This patient is on the list already. Take that entry off first.", "patient"));
        if (BookingTexts.TooLong(form.Note, "note") is { } tooLong)
            refusals.Add(tooLong);
        if (refusals.Count > 0)
            return Outcome<Waiting>.Refuse(refusals);
        var now = clock.GetUtcNow();
        var row = new WaitRow
        {
            Id = Id<Waiting>.New(now),
            PatientId = form.Patient,
            Types = form.Types,
            Windows = form.Windows,
            NoticeHours = form.NoticeHours,
            Priority = form.Priority,
            Since = now,
            Until = form.Until,
            Note = BookingTexts.Read(form.Note),
            By = db.Acting(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.AsWaiting();
    }

    /// <summary>They wait no more. Refusals: WEB150, SCH146 for one that is not on the list, APT121 and APT120 for the reason.</summary>
    public async Task<Outcome<Waiting>> TakeOff(Id<Waiting> id, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        if (BookingTexts.Missing(because, "because") is { } missing)
            return missing;
        if (await db.Set<WaitRow>().SingleOrDefaultAsync(row => row.Id == id && row.ClosedAt == null, cancel) is not { } wait)
            return new Refusal("SCH146", "Nobody waits under this entry any more.");
        (wait.ClosedAt, wait.ClosedBecause) = (clock.GetUtcNow(), because!.Trim());
        await db.SaveChangesAsync(cancel);
        return wait.AsWaiting();
    }
}
