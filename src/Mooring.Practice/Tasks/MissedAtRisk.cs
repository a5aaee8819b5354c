using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Risk;
using Mooring.Practice.Scheduling;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Visits that somebody missed not long after suicide risk was found: the same day somebody calls.</summary>
public sealed class MissedAtRisk(MooringDb db, RiskDesk risk, BookingContent content)
{
    internal async Task<IReadOnlyList<(Id<Patient> Patient, Matter Matter)>> Of(Id<Patient>? patient, CancellationToken cancel)
    {
        var rows = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.State == AppointmentState.Missed && (patient == null || row.PatientId == patient)).ToListAsync(cancel);
        if (rows.Count == 0)
            return [];
        var raised = (await risk.Raised(patient, cancel)).ToLookup(one => one.Patient, one => one.At);
        var recent = content.Terms.RecentRisk.Time;
        return
        [
            .. from row in rows
               where raised[row.PatientId].Any(at => at <= row.EndedAt && row.Start - at <= recent)
               select (row.PatientId, new Matter(MatterKind.MissedAtRisk, row.Id.Value, $"Did not come: {row.Because} Suicide risk was found shortly before. Reach the patient today.", row.EndedAt!.Value, null)),
        ];
    }
}
