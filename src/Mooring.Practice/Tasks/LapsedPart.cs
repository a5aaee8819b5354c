using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Protocols;
using Mooring.Practice.Access;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Screening;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Those who come for a dose within days, and whose eligibility no longer holds on what is known now.</summary>
internal sealed class LapsedPart(MooringDb db, ScreeningDesk screening, StaffDesk staff, TimeProvider clock) : ChartPart
{
    private const int DaysAhead = 7;

    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        var until = today.AddDays(DaysAhead);
        var coming = (await db.Set<VisitRow>().AsNoTracking()
            .Where(row => row.Kind == VisitKind.Dosing && row.State == VisitState.Planned && row.SessionId == null && row.On >= today && row.On <= until)
            .Select(row => new { row.PatientId, row.On }).ToListAsync(cancel)).GroupBy(row => row.PatientId).ToDictionary(own => own.Key, own => own.Min(row => row.On));
        var names = await ShortNames.Of(db, coming.Keys, cancel);
        List<WaitingTask> tasks = [];
        foreach (var (patient, on) in coming)
        {
            // One that ran out is a step of the way itself.
            var why = (await screening.NoLonger(patient, cancel)).Where(reason => !reason.StartsWith("It ended on", StringComparison.Ordinal)).ToList();
            if (why.Count > 0)
                tasks.Add(new($"Decide on screening again: {names[patient]}", why[0], $"/patients/{patient}/screening", on == today, [Role.Prescriber], "clipboard-list", Due: on));
        }

        return tasks;
    }
}
