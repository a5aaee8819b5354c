using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>Looks into the appointment book. What is written into it, <see cref="BookingDesk"/> writes.</summary>
public sealed class BookDesk(MooringDb db, BookReading reading, BookingContent content, TimeProvider clock)
{
    /// <summary>The kinds of appointments, by name.</summary>
    public IReadOnlyList<VisitType> Types => content.Types;

    public BookingTerms Terms => content.Terms;

    public Task<BookPage> Day(DateOnly day, CancellationToken cancel) => Days(day, 1, cancel);

    /// <summary>The seven days from a day on.</summary>
    public Task<BookPage> Week(DateOnly first, CancellationToken cancel) => Days(first, 7, cancel);

    /// <summary>The same days of one chair, person or room: only what holds it.</summary>
    public async Task<BookPage> Resource(Id<Resource> resource, DateOnly first, int days, CancellationToken cancel)
    {
        var page = await Days(first, days, cancel);
        return new(
            [.. page.Days.Select(day => day with
            {
                Entries = [.. day.Entries.Where(entry => entry.What.Uses.Any(use => use.Resource == resource))],
                Away = [.. day.Away.Where(leave => leave.What.Person == resource)],
            })],
            [.. page.Resources.Where(one => one.Id == resource)]);
    }

    /// <summary>Every appointment of a person, the latest first.</summary>
    public async Task<IReadOnlyList<BookEntry>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await Entries(db.Set<AppointmentRow>().AsNoTracking().Where(row => row.PatientId == patient), cancel)).OrderByDescending(entry => entry.What.Start)];

    /// <summary>One appointment of this clinic; null when there is none.</summary>
    public async Task<BookEntry?> Find(Id<Appointment> appointment, CancellationToken cancel) =>
        (await Entries(db.Set<AppointmentRow>().AsNoTracking().Where(row => row.Id == appointment), cancel)).SingleOrDefault();

    /// <summary>What was written of the appointments between two instants since then, by start.</summary>
    public Task<IReadOnlyList<BookEntry>> ChangedSince(DateTimeOffset since, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        Entries(db.Set<AppointmentRow>().AsNoTracking().Where(row => row.ChangedAt > since && row.Start >= from && row.Start < until), cancel);

    /// <summary>When these planned contacts are booked; those that have no hour are left out.</summary>
    public async Task<IReadOnlyDictionary<Id<Visit>, DateTimeOffset>> HoursOf(IReadOnlyCollection<Id<Visit>> visits, CancellationToken cancel)
    {
        if (visits.Count == 0)
            return new Dictionary<Id<Visit>, DateTimeOffset>();
        IReadOnlyList<Id<Visit>?> asked = [.. visits.Select(visit => (Id<Visit>?)visit)];
        var now = clock.GetUtcNow();
        var rows = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => asked.Contains(row.VisitId) && row.State != AppointmentState.Canceled && row.State != AppointmentState.Missed && (row.State != AppointmentState.Held || row.HoldUntil > now))
            .Select(row => new { row.VisitId, row.Start }).ToListAsync(cancel);
        return rows.GroupBy(row => row.VisitId!.Value).ToDictionary(each => each.Key, each => each.Min(row => row.Start));
    }

    /// <summary>What holds this person from one instant to another, by start; called off and missed ones left out.</summary>
    public async Task<IReadOnlyList<BookEntry>> With(Id<Resource> person, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        [.. (await Entries(db.Set<AppointmentRow>().AsNoTracking().Where(row => row.Start >= from && row.Start < until && row.State != AppointmentState.Canceled && row.State != AppointmentState.Missed), cancel))
            .Where(entry => !entry.IsLapsed && entry.What.Uses.Any(use => use.Resource == person))];

    /// <summary>All of a series, by start.</summary>
    public Task<IReadOnlyList<BookEntry>> SeriesOf(Id<Series> series, CancellationToken cancel) =>
        Entries(db.Set<AppointmentRow>().AsNoTracking().Where(row => row.SeriesId == series), cancel);

    /// <summary>Everything that can be booked, retired ones among it.</summary>
    public Task<IReadOnlyList<Resource>> Resources(CancellationToken cancel) => reading.Resources(cancel);

    /// <summary>So many days from a day on.</summary>
    public async Task<BookPage> Days(DateOnly first, int count, CancellationToken cancel)
    {
        var clinic = await reading.Clinic(cancel);
        var last = first.AddDays(count);
        var (from, until) = (clinic.InstantOf(first, TimeOnly.MinValue), clinic.InstantOf(last, TimeOnly.MinValue));
        var resources = await reading.Resources(cancel);
        var entries = await Entries(db.Set<AppointmentRow>().AsNoTracking().Where(row => row.Day >= first && row.Day < last), cancel);
        var leaves = await reading.Leaves(from, until, cancel);
        return new(
            [.. Enumerable.Range(0, count).Select(first.AddDays).Select(day => new BookDay(
                day,
                clinic.Opening.HoursOf(day),
                clinic.Opening.Closed.FirstOrDefault(closed => closed.On == day),
                [.. entries.Where(entry => entry.What.Day == day)],
                [.. leaves.Where(leave => leave.What.From < clinic.InstantOf(day.AddDays(1), TimeOnly.MinValue) && leave.What.Until > clinic.InstantOf(day, TimeOnly.MinValue))
                    .Select(leave => leave.Named(resources)).OfType<LeaveEntry>()]))],
            resources);
    }

    private async Task<IReadOnlyList<BookEntry>> Entries(IQueryable<AppointmentRow> asked, CancellationToken cancel)
    {
        var rows = await (
            from row in asked
            join patient in db.Set<PatientRow>().AsNoTracking() on row.PatientId equals patient.Id
            join visit in db.Set<VisitRow>().AsNoTracking() on row.VisitId equals (Id<Visit>?)visit.Id into visits
            from planned in visits.DefaultIfEmpty()
            orderby row.Start
            select new { row, patient, planned }).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return [.. rows.Select(one => Entry(one.row, one.patient.AsPatient(), one.planned?.AsVisit(), now))];
    }

    private BookEntry Entry(AppointmentRow row, Patient patient, PlannedVisit? planned, DateTimeOffset now) => new(row.AsAppointment(), patient, TypeOf(row), row.Sequence)
    {
        Note = row.Note,
        Ride = row.Ride,
        Protocol = row.Protocol,
        ConfirmedAt = row.ConfirmedAt,
        ArrivedAt = row.ArrivedAt,
        ExpectedAt = row.ExpectedAt,
        IsLate = row.State == AppointmentState.Booked && (row.ExpectedAt ?? row.Start) + content.Terms.LateAfter.Time < now,
        IsLapsed = row.State == AppointmentState.Held && row.HoldUntil <= now,
        Cause = row.Cause,
        IsLateCancel = row.IsLateCancel,
        Because = row.Because,
        OverrideReason = row.OverrideReason,
        OverrideBy = row.OverrideBy,
        Overridden = row.Overridden ?? [],
        Planned = planned,
    };

    // A type that left the library since: by its id, so that the appointment is not lost from the book.
    private VisitType TypeOf(AppointmentRow row) => content.Type(row.Type)
        ?? new() { Id = row.Type, Version = 0, Name = row.Type, InClinic = row.InClinic, Segments = [] };
}
