using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Plans whose dose goes above the protocol's range wait here for a second clinician.</summary>
internal sealed class ConfirmingPart(MooringDb db) : ChartPart
{
    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var holding = await db.Set<PlanRow>().AsNoTracking().Where(row => row.PatientId == patient && row.EndedAt == null && row.ConfirmedAt == null).ToListAsync(cancel);
        return
        [
            .. from row in holding
               where row.AsPlan().AwaitsConfirmation
               select new Wait(TaskKind.ConfirmDose, row.Id.Value, $"Confirm the dose for {Wait.Name}",
                   $"{row.What.SignedBy.Name} planned a dose above the range of {row.What.ProtocolId}; a second clinician confirms it before the first session.", [Role.Prescriber, Role.Nurse])
               {
                   Since = row.SignedAt,
                   NotFor = row.What.SignedBy.Id,
               },
        ];
    }
}
