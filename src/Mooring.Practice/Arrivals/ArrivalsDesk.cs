using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Scheduling;
using Mooring.Practice.Sessions;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Arrivals;

/// <summary>Who comes on a day, how far each has come, and what each still lacks; in a number of questions that does not grow with the day.</summary>
public sealed class ArrivalsDesk(MooringDb db, BookDesk book, Lacks lacks, DayChanges changes, CurrentClinic current, TimeProvider clock)
{
    private static readonly VisitKind[] InPerson = [VisitKind.Preparation, VisitKind.Dosing, VisitKind.Integration, VisitKind.Review];

    // A clinic may be closed for weeks around a holiday.
    private const int DaysToLookAt = 28;

    /// <summary>Today, what changed since the last evening, and the next open day.</summary>
    public async Task<FrontDeskDay> Now(CancellationToken cancel)
    {
        var clinic = (await current.Find(cancel))!;
        var now = clock.GetUtcNow();
        var today = clinic.DayOf(now);
        var next = Open(clinic, today, 1) ?? today.AddDays(1);
        var page = await book.Days(today, next.DayNumber - today.DayNumber + 1, cancel);
        var days = await Of([page.Days[0], page.Days[^1]], page.Resources, today, cancel);
        var since = Open(clinic, today, -1) is { } last
            ? clinic.InstantOf(last, clinic.Opening.HoursOf(last)!.Until)
            : now.AddDays(-1);
        return new(days[0], await changes.Of(today, since, cancel), since, days[1]);
    }

    /// <summary>The same of one day of the book that was read already.</summary>
    public async Task<ArrivalDay> Of(BookDay day, IReadOnlyList<Resource> resources, CancellationToken cancel)
    {
        var clinic = (await current.Find(cancel))!;
        return (await Of([day], resources, clinic.DayOf(clock.GetUtcNow()), cancel))[0];
    }

    private static DateOnly? Open(Clinic clinic, DateOnly from, int step) =>
        Enumerable.Range(1, DaysToLookAt).Select(days => from.AddDays(days * step)).Where(clinic.Opening.IsOpen).Select(day => (DateOnly?)day).FirstOrDefault();

    private async Task<IReadOnlyList<ArrivalDay>> Of(IReadOnlyList<BookDay> days, IReadOnlyList<Resource> resources, DateOnly today, CancellationToken cancel)
    {
        var entries = days.SelectMany(day => day.Entries).ToList();
        var loose = await Loose([.. days.Select(day => day.Day)], today, cancel);
        IReadOnlyList<Id<Appointment>> ids = [.. entries.Select(entry => entry.What.Id)];
        var checks = await db.Set<ArrivalCheckRow>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.TakenBackAt == null).ToDictionaryAsync(row => row.Id, row => row.At, cancel);
        IReadOnlyList<Id<Session>> opened = [.. entries.Select(entry => entry.Planned?.SessionId).Concat(loose.Select(one => one.Visit.SessionId)).OfType<Id<Session>>()];
        var phases = await db.Set<SessionRow>().AsNoTracking().Where(row => opened.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Phase, cancel);

        List<(DateOnly Day, Arrival Arrival, Coming Coming)> all =
        [
            .. from one in loose
               select (one.Day, Loose(one, phases), new Coming(one.Patient.Id, one.Day, one.Visit.What.Kind == VisitKind.Dosing && one.Patient.Escort is null, one.Protocol)),
            .. from day in days
               from entry in day.Entries
               select (day.Day, Booked(entry, resources, checks, phases), new Coming(entry.Patient.Id, day.Day, entry.NeedsRide, entry.Type.Serves == VisitKind.Dosing ? entry.Protocol : null)),
        ];
        var missing = await lacks.Of([.. all.Select(one => one.Coming)], cancel);
        var complete = all.Select((one, index) => (one.Day, Arrival: one.Arrival with
        {
            Lacks = one.Arrival.Stage is ArrivalStage.Expected or ArrivalStage.Arrived or ArrivalStage.CheckedIn ? missing[index] : [],
            IsBirthday = IsOn(one.Arrival.Patient.BirthDate, one.Day),
        })).ToList();
        return [.. days.Select(day => new ArrivalDay(day.Day, [.. complete.Where(one => one.Day == day.Day).Select(one => one.Arrival)]))];
    }

    private static Arrival Booked(BookEntry entry, IReadOnlyList<Resource> resources, Dictionary<Id<Appointment>, DateTimeOffset> checks, Dictionary<Id<Session>, Phase> phases)
    {
        DateTimeOffset? checkedAt = checks.TryGetValue(entry.What.Id, out var at) ? at : null;
        var held = entry.What.Uses.Select(use => use.Resource).Distinct().ToList();
        return new(entry.Patient, Stage(entry.What.State, Reached(entry.Planned?.SessionId, phases), checkedAt is not null))
        {
            Entry = entry,
            Planned = entry.Planned,
            With = [.. resources.Where(resource => held.Contains(resource.Id))],
            CheckedInAt = checkedAt,
            Session = entry.Planned?.SessionId,
        };
    }

    private static Arrival Loose(LooseVisit one, Dictionary<Id<Session>, Phase> phases)
    {
        var state = one.Visit.State switch { VisitState.Arrived => AppointmentState.Arrived, VisitState.Done => AppointmentState.Done, _ => AppointmentState.Booked };
        return new(one.Patient, Stage(state, Reached(one.Visit.SessionId, phases), false)) { Planned = one.Visit, Session = one.Visit.SessionId };
    }

    private static Phase? Reached(Id<Session>? session, Dictionary<Id<Session>, Phase> phases) => session is { } id && phases.TryGetValue(id, out var phase) ? phase : null;

    private static ArrivalStage Stage(AppointmentState state, Phase? phase, bool isChecked) => (state, phase) switch
    {
        (AppointmentState.Canceled, _) => ArrivalStage.Canceled,
        (AppointmentState.Missed, _) => ArrivalStage.Missed,
        (_, Phase.Discharged or Phase.Signed or Phase.NoGo) => ArrivalStage.Left,
        (_, Phase.Arriving) => ArrivalStage.CheckedIn,
        (_, not null) => ArrivalStage.InChair,
        (AppointmentState.Done, _) => ArrivalStage.Left,
        (AppointmentState.Arrived, _) => isChecked ? ArrivalStage.CheckedIn : ArrivalStage.Arrived,
        _ => ArrivalStage.Expected,
    };

    // Whoever was born on a leap day has it on the first of March in other years.
    private static bool IsOn(DateOnly born, DateOnly day) =>
        (born.Month == day.Month && born.Day == day.Day) || (born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(day.Year) && day is { Month: 3, Day: 1 });

    // Contacts of plans that nobody gave an hour.
    private async Task<IReadOnlyList<LooseVisit>> Loose(IReadOnlyList<DateOnly> days, DateOnly today, CancellationToken cancel)
    {
        var rows = await (
            from visit in db.Set<VisitRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on visit.PatientId equals patient.Id
            join plan in db.Set<PlanRow>().AsNoTracking() on visit.PlanId equals plan.Id
            where InPerson.Contains(visit.Kind) && visit.State != VisitState.Canceled && visit.State != VisitState.Missed
                && (days.Contains(visit.On) || (visit.On < today && visit.Until >= today && visit.State == VisitState.Planned))
                && !db.Set<AppointmentRow>().Any(row => row.VisitId == visit.Id && row.State != AppointmentState.Canceled)
            orderby visit.On, patient.FamilyName
            select new { visit, patient, plan }).ToListAsync(cancel);
        return [.. rows.Select(row => new LooseVisit(
            days.Contains(row.visit.On) ? row.visit.On : today, row.visit.AsVisit(), row.patient.AsPatient(), row.visit.Kind == VisitKind.Dosing ? row.plan.What.ProtocolId : null))
            .Where(one => days.Contains(one.Day))];
    }

    private sealed record LooseVisit(DateOnly Day, PlannedVisit Visit, Patient Patient, string? Protocol);
}
