using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>
/// Runs in every save: where a planned contact arrives, is done, is put back, or ends with its plan, its appointment goes with it, in the same
/// transaction. Whoever changes a plan or opens a session can not forget to.
/// </summary>
internal sealed class AppointmentSteps(TimeProvider clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not MooringDb db || db.Clinic == default)
            return result;
        var states = db.ChangeTracker.Entries<VisitRow>()
            .Where(entry => entry.State == EntityState.Modified && entry.Property(visit => visit.State).IsModified && (entry.Entity.State is VisitState.Arrived or VisitState.Done or VisitState.Canceled || entry.Property(visit => visit.State).OriginalValue is VisitState.Arrived or VisitState.Done))
            .ToDictionary(entry => entry.Entity.Id, entry => entry.Entity.State);
        if (states.Count == 0)
            return result;
        IReadOnlyList<Id<Visit>?> visits = [.. states.Keys.Select(id => (Id<Visit>?)id)];
        foreach (var row in await db.Set<AppointmentRow>().Where(row => visits.Contains(row.VisitId)).ToListAsync(cancellationToken))
            Step(row, states[row.VisitId!.Value]);
        return result;
    }

    private void Step(AppointmentRow row, VisitState state)
    {
        var now = clock.GetUtcNow();
        var isOpen = row.AsAppointment().IsOpen;
        if (state == VisitState.Planned && row.State is AppointmentState.Arrived or AppointmentState.Done)
            (row.State, row.ArrivedAt, row.EndedAt) = (AppointmentState.Booked, null, null);
        else if (state == VisitState.Arrived && row.State == AppointmentState.Done)
            (row.State, row.EndedAt) = (AppointmentState.Arrived, null);
        else if (state == VisitState.Arrived && isOpen)
            (row.State, row.ArrivedAt) = (AppointmentState.Arrived, now);
        else if (state == VisitState.Done && (isOpen || row.State == AppointmentState.Arrived))
            (row.State, row.EndedAt) = (AppointmentState.Done, now);
        else if (state == VisitState.Canceled && isOpen)
            (row.State, row.EndedAt, row.Cause, row.Because) = (AppointmentState.Canceled, now, EndCause.Clinic, "The plan that it belongs to ended.");
        else
            return;
        (row.Sequence, row.ChangedAt) = (row.Sequence + 1, now);
    }
}
