using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Plans;
using Mooring.Practice.Scheduling;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>What the book says of a patient: visits that were missed or called off, and those that are to be booked again.</summary>
internal sealed class BookingPart(MooringDb db, BookingContent content) : ChartPart
{
    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel) =>
    [
        .. from row in await db.Set<AppointmentRow>().AsNoTracking()
               .Where(row => row.PatientId == patient && (row.State == AppointmentState.Missed || row.State == AppointmentState.Canceled)).ToListAsync(cancel)
           let name = content.Type(row.Type)?.Name ?? row.Type
           select new TimelineEntry(row.EndedAt ?? row.Start, "visit", $"{name}: {(row.State == AppointmentState.Missed ? "did not come" : "canceled")}", row.Because),
    ];

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var missed = await db.Set<VisitRow>().AsNoTracking().Where(row => row.PatientId == patient && row.State == VisitState.Missed).ToListAsync(cancel);
        if (missed.Count == 0)
            return [];
        IReadOnlyList<Id<Visit>?> ids = [.. missed.Select(row => (Id<Visit>?)row.Id)];
        var booked = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => ids.Contains(row.VisitId) && (row.State == AppointmentState.Booked || row.State == AppointmentState.Held || row.State == AppointmentState.Arrived)).Select(row => row.VisitId).ToListAsync(cancel);
        return
        [
            .. from visit in missed
               where !booked.Contains(visit.Id)
               select new Wait(TaskKind.BookAgain, visit.Id.Value, $"Missed, book again: {Wait.Name}", visit.What, [Role.FrontDesk]) { Due = visit.Until },
        ];
    }
}
