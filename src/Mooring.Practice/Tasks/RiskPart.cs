using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
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
            select new TimelineEntry(row.At, "event", $"Suicide risk {row.Level}: decided", $"{row.Decided} ({row.By.Name})", ChartPlace.Risk)];

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var standing = await risk.Of(patient, cancel);
        var since = standing.Flag?.At ?? standing.Screener?.FinishedAt;
        return !standing.IsOpen ? [] :
            [new(TaskKind.SuicideRisk, patient.Value, $"Suicide risk: {Wait.Name}", standing.Step.Do, [Role.Prescriber, Role.Nurse, Role.Therapist]) { Since = since, UrgentFrom = since ?? DateTimeOffset.MinValue }];
    }
}
