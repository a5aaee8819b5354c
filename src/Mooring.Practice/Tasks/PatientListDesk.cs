using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Privacy;
using Mooring.Practice.Reporting;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>A patient as a list shows them.</summary>
/// <param name="Step">How far they have come; null for whoever reads no charts.</param>
/// <param name="Waits">The first thing that waits: of anybody's for whoever reads charts, else of their own; null when nothing does.</param>
/// <param name="WaitsFor">Whose work that is.</param>
/// <param name="Next">The next contact; null when none is planned.</param>
public sealed record PatientLine(Patient Patient, string? Step, string? Waits, IReadOnlyList<Role> WaitsFor, PlannedVisit? Next)
{
    /// <summary>Restricted, and shut to whoever asks: the name is all that there is.</summary>
    public bool IsRestricted { get; init; }
}

/// <summary>Where many patients stand, in a few questions to the database however many they are.</summary>
public sealed class PatientListDesk(MooringDb db, CurrentClinic current, ChartAccess access, TimeProvider clock)
{
    private const int DaysAhead = 7;

    /// <summary>Those with a visit from today on for a week.</summary>
    public async Task<IReadOnlyList<Id<Patient>>> Coming(CancellationToken cancel)
    {
        var (from, to) = (await Today(cancel), (await Today(cancel)).AddDays(DaysAhead));
        return await Open().Where(row => row.On <= to && row.Until >= from).Select(row => row.PatientId).Distinct().Take(PatientDesk.Most).ToListAsync(cancel);
    }

    /// <summary>The same patients in the same order, each with what a list says of them.</summary>
    public async Task<IReadOnlyList<PatientLine>> Lines(IReadOnlyList<Patient> patients, Actor me, CancellationToken cancel)
    {
        var doors = await access.Of([.. patients.Select(patient => patient.Id)], cancel);
        IReadOnlyList<Id<Patient>> ids = [.. patients.Where(patient => !doors[patient.Id].IsShut()).Select(patient => patient.Id)];
        var (today, reads) = (await Today(cancel), me.May(Right.ReadCharts));
        var next = (await Open().Where(row => ids.Contains(row.PatientId) && row.Until >= today).OrderBy(row => row.On).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        var tasks = (await db.Set<TaskRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId) && row.Done == null).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        var steps = reads ? await Steps(ids, cancel) : [];
        return
        [
            .. from patient in patients
               // Not even the name of those who are not shared with somebody who works elsewhere.
               where doors[patient.Id] != ChartDoor.NotShared
               let first = tasks[patient.Id].Where(row => reads || me.IsOneOf(row.For)).OrderByDescending(row => row.Kind.IsRisk()).ThenBy(row => row.Kind.IsOverdue()).ThenBy(row => row.Since ?? DateTimeOffset.MaxValue).FirstOrDefault()
               select new PatientLine(
                   patient,
                   steps.GetValueOrDefault(patient.Id),
                   first is null ? null : Said(first),
                   first?.For ?? [],
                   next[patient.Id].FirstOrDefault()?.AsVisit()) { IsRestricted = doors[patient.Id] is ChartDoor.Shut or ChartDoor.NameOnly },
        ];
    }

    // Without the name, which stands in the row already; what is called by the name alone is said by its sentence.
    private static string Said(TaskRow task) => TaskShown.ActOf(task.Title) is { Length: > 0 } act ? char.ToUpperInvariant(act[0]) + act[1..] : task.Says;

    private async Task<Dictionary<Id<Patient>, string>> Steps(IReadOnlyList<Id<Patient>> ids, CancellationToken cancel)
    {
        var plans = (await db.Set<PlanRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId)).Select(row => new { row.Id, row.PatientId, row.SignedAt, row.EndedAt }).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        var dosings = (await db.Set<VisitRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId) && row.Kind == VisitKind.Dosing && row.State != VisitState.Canceled)
            .Select(row => new { row.PlanId, row.SessionId }).ToListAsync(cancel)).ToLookup(row => row.PlanId);
        var decided = (await db.Set<DecisionFactRow>().AsNoTracking().Where(row => ids.Contains(row.PatientId) && row.Kind == DecisionKind.Eligibility)
            .Select(row => new { row.PatientId, row.At, row.Choice }).ToListAsync(cancel)).ToLookup(row => row.PatientId);
        return ids.ToDictionary(id => id, id => plans[id].OrderByDescending(plan => plan.SignedAt).FirstOrDefault() switch
        {
            { EndedAt: null } plan => string.Create(CultureInfo.InvariantCulture, $"Session {Math.Min(dosings[plan.Id].Count(visit => visit.SessionId != null) + 1, Math.Max(dosings[plan.Id].Count(), 1))} of {dosings[plan.Id].Count()}"),
            { } => "Course ended",
            null => decided[id].OrderByDescending(decision => decision.At).FirstOrDefault()?.Choice switch
            {
                null => "Screening",
                nameof(EligibilityChoice.NotEligible) => "Not eligible",
                nameof(EligibilityChoice.Deferred) => "Deferred",
                _ => "Eligible",
            },
        });
    }

    // Contacts with a person; what is only sent is none.
    private IQueryable<VisitRow> Open() => db.Set<VisitRow>().AsNoTracking()
        .Where(row => (row.State == VisitState.Planned || row.State == VisitState.Arrived) && row.SessionId == null && !VisitKinds.Timepoints.Contains(row.Kind));

    private async Task<DateOnly> Today(CancellationToken cancel) => (await current.Find(cancel))!.DayOf(clock.GetUtcNow());
}
