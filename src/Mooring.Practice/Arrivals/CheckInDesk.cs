using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Plans;
using Mooring.Practice.Scheduling;
using Mooring.Storage;

namespace Mooring.Practice.Arrivals;

/// <summary>Checks in whoever stands at the desk.</summary>
public sealed class CheckInDesk(MooringDb db, AttendanceDesk attendance, VisitDesk visits, TimeProvider clock)
{
    /// <summary>
    /// They said their birth date, and it is the one that is kept: they are here, and checked in. A second time changes nothing. Refusals: WEB150,
    /// DAY101 for an appointment that is over, APT131, APT132.
    /// </summary>
    public async Task<Outcome<Appointment>> CheckIn(Id<Appointment> id, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<AppointmentRow>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (row is { State: AppointmentState.Done or AppointmentState.Missed or AppointmentState.Canceled })
            return new Refusal("DAY101", "This appointment is over. Look at the day again.");
        if (row is { State: AppointmentState.Arrived })
            return await Said(row.AsAppointment(), cancel);
        var arrived = await attendance.Arrive(id, cancel);
        return arrived.IsDone ? await Said(arrived.Value, cancel) : arrived;
    }

    /// <summary>Whoever comes for a contact of their plan that has no hour is here. Refusals: WEB150, VIS101, VIS104.</summary>
    public async Task<IReadOnlyList<Refusal>> HereWithoutHour(PlannedVisit visit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return db.Unless(Right.ArrangeVisits) is { } notTheirs ? [notTheirs] : (await visits.Arrive(visit.Patient, visit.Id, cancel)).Refusals;
    }

    /// <summary>It was a slip: they are expected again. Refusals: WEB150, APT131.</summary>
    public async Task<Outcome<Appointment>> PutBack(Id<Appointment> id, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        var reopened = await attendance.Reopen(id, cancel);
        if (!reopened.IsDone || await db.Set<ArrivalCheckRow>().SingleOrDefaultAsync(one => one.Id == id && one.TakenBackAt == null, cancel) is not { } check)
            return reopened;
        check.TakenBackAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return reopened;
    }

    private async Task<Outcome<Appointment>> Said(Appointment one, CancellationToken cancel)
    {
        var check = await db.Set<ArrivalCheckRow>().SingleOrDefaultAsync(row => row.Id == one.Id, cancel);
        if (check is { TakenBackAt: null })
            return one;
        if (check is null)
            db.Add(check = new ArrivalCheckRow { Id = one.Id, PatientId = one.Patient, By = db.Acting() });
        (check.At, check.By, check.TakenBackAt) = (clock.GetUtcNow(), db.Acting(), null);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else at the desk tapped at the same moment: what they kept says the same.
            db.ChangeTracker.Clear();
        }

        return one;
    }
}
