using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Practice.Risk;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>The suicide-risk step before everything else.</summary>
internal sealed class RiskPart(MooringDb db, RiskDesk risk) : ChartPart
{
    public override async Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel)
    {
        var standing = await risk.Of(patient, cancel);
        return facts with
        {
            RiskOpen = standing.IsOpen,
            RiskSays = standing.Step.Do,
            HoldsDosing = await risk.HoldsDosing(patient, cancel) is not null,
        };
    }

    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel) =>
        [.. from row in await db.Set<RiskDecisionRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel)
            select new TimelineEntry(row.At, "event", $"Suicide risk {row.Level}: decided", $"{row.Decided} ({row.By.Name})", $"/patients/{patient}/risk")];

    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var open = await risk.Open(cancel);
        var names = await ShortNames.Of(db, open.Select(each => each.Patient), cancel);
        return [.. open.Select(each => new WaitingTask($"Suicide risk: {names[each.Patient]}", each.Standing.Step.Do,
            $"/patients/{each.Patient}/risk", true, [Role.Prescriber, Role.Nurse, Role.Therapist], "shield-alert", each.Standing.Flag?.At ?? each.Standing.Screener?.FinishedAt) { IsRisk = true })];
    }
}
