using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Chairs;
using Mooring.Storage.Chart;
using Mooring.Storage.Journal;

namespace Mooring.Storage.Pathways;

/// <summary>Sessions on the pathway and the timeline, and who sits in a chair now.</summary>
internal sealed class SessionPart(MooringDb db) : ChartPart
{
    public override async Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel)
    {
        var sessions = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel);
        if (sessions.Count == 0)
            return facts;
        var held = sessions.Where(row => row.Phase is Phase.Discharged or Phase.Signed).ToList();
        var running = sessions.FirstOrDefault(row => !row.IsClosed && row.Phase is not (Phase.Discharged or Phase.Signed or Phase.NoGo));
        return facts with
        {
            Sessions = new(held.Count, running?.Id.Value, facts.Sessions?.NextOn, held.Max(row => (DateTimeOffset?)row.OpenedAt)),
        };
    }

    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.OpenedAt).ToListAsync(cancel))
            .Select((row, index) => new TimelineEntry(row.OpenedAt, "session", $"Session {index + 1}", PhaseWord(row.Phase), $"/sessions/{row.Id}"))];

    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var open = await db.Set<SessionRow>().AsNoTracking().Where(row => !row.IsClosed).ToListAsync(cancel);
        var chairs = await db.Set<ChairRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        var ids = open.Select(row => row.PatientId).ToList();
        var names = await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return [.. open.Select(row => new WaitingTask(
            $"{names[row.PatientId].AsPatient().ShortName}, {(row.ChairId is { } chair ? chairs.GetValueOrDefault(chair, "no chair") : "no chair yet")}",
            PhaseWord(row.Phase), $"/sessions/{row.Id}", row.Phase is Phase.Dosing or Phase.Paused, [Role.Nurse, Role.Prescriber], "armchair", row.OpenedAt))];
    }

    private static string PhaseWord(Phase phase) => phase switch
    {
        Phase.Arriving => "Arriving",
        Phase.Checking => "Being checked",
        Phase.Ready => "Ready to start",
        Phase.Dosing => "Dosing",
        Phase.Paused => "Paused",
        Phase.Recovering => "Recovering",
        Phase.Dischargeable => "May leave",
        Phase.Discharged => "Has left; to be signed",
        Phase.NoGo => "Not started: no-go",
        _ => "Signed",
    };
}
