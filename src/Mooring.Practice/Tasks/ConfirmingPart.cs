using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Plans whose dose goes above the protocol's range wait here for a second clinician.</summary>
internal sealed class ConfirmingPart(MooringDb db) : ChartPart
{
    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var holding = await db.Set<PlanRow>().AsNoTracking().Where(row => row.EndedAt == null && row.ConfirmedAt == null).ToListAsync(cancel);
        var plans = holding.Where(row => row.AsPlan().AwaitsConfirmation && row.What.SignedBy.Id != db.ClinicScope.Actor?.Id).ToList();
        var names = await ShortNames.Of(db, plans.Select(row => row.PatientId), cancel);
        return [.. plans.Select(row => new WaitingTask(
            $"Confirm the dose for {names[row.PatientId]}", $"{row.What.SignedBy.Name} planned a dose above the range of {row.What.ProtocolId}; a second clinician confirms it before the first session.",
            $"/patients/{row.PatientId}/plan", false, [Role.Prescriber, Role.Nurse], "users", row.SignedAt))];
    }
}
