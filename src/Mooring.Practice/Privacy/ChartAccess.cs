using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>
/// The one place that says whether whoever acts may see a chart. It is asked where a look at a chart is written down, for
/// every page, paper and stream of a patient, and by what lists several patients.
/// </summary>
public sealed class ChartAccess(MooringDb db, CareTeamDesk teams, TimeProvider clock)
{
    /// <summary>How the chart of this patient stands to whoever acts; of nobody's chart nothing is shut.</summary>
    public async Task<ChartDoor> Of(Id<Patient> patient, CancellationToken cancel) => (await Of([patient], cancel))[patient];

    /// <summary>The same of many, in one question where none of them is restricted.</summary>
    public async Task<IReadOnlyDictionary<Id<Patient>, ChartDoor>> Of(IReadOnlyCollection<Id<Patient>> patients, CancellationToken cancel)
    {
        var ids = patients.Distinct().ToList();
        if (db.ClinicScope.Actor is not { Kind: ActorKind.Person } me || me.IsPatient || ids.Count == 0)
            return ids.ToDictionary(id => id, _ => ChartDoor.Open);
        var restricted = (await db.Set<RestrictionRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId) && row.EndedAt == null).Select(row => row.PatientId).ToListAsync(cancel)).ToHashSet();
        Dictionary<Id<Patient>, ChartDoor> doors = [];
        var named = me.May(Right.ReadEveryChart) ? [] : (await teams.NamedFor(me.Id, cancel)).ToHashSet();
        foreach (var id in ids)
        {
            var standing = new ChartStanding { IsRestricted = restricted.Contains(id), IsNamed = named.Contains(id) };
            doors[id] = ChartRule.Decide(me, standing.IsRestricted && me.May(Right.ReadEveryChart) ? await Standing(id, me, cancel) : standing);
        }

        return doors;
    }

    /// <summary>Whether somebody looks from outside and sees the name alone.</summary>
    public async Task<IReadOnlySet<Id<Patient>>> ShutOf(IReadOnlyCollection<Id<Patient>> patients, CancellationToken cancel) =>
        (await Of(patients, cancel)).Where(door => door.Value.IsShut()).Select(door => door.Key).ToHashSet();

    private async Task<ChartStanding> Standing(Id<Patient> patient, Actor me, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            IsRestricted = true,
            IsOnTeam = (await teams.Of(patient, cancel)).Any(member => member.Person == me.Id),
            IsOpened = await db.Set<ChartOpeningRow>().AnyAsync(row => row.PatientId == patient && row.ById == me.Id && row.Kind == OpeningKind.BreakGlass && row.At <= now && row.Until > now, cancel),
            // From check-in until the patient has left; an emergency is declared in a session that is open.
            IsInTheChair = await db.Set<SessionRow>().AnyAsync(row => row.PatientId == patient && !row.IsClosed && row.Phase != Phase.Discharged && row.Phase != Phase.NoGo && (row.IsSeated || row.ChairId != null), cancel),
        };
    }
}
