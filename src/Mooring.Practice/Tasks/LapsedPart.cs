using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Plans;
using Mooring.Practice.Screening;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Those who come for a dose within days, and whose eligibility no longer holds on what is known now.</summary>
internal sealed class LapsedPart(MooringDb db, ScreeningDesk screening, CourseContent content, CurrentClinic current, TimeProvider clock) : ChartPart
{
    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var clinic = (await current.Find(cancel))!;
        var today = clinic.DayOf(clock.GetUtcNow());
        var until = today.AddDays((int)content.Tasks.Ahead.Lapsed.TotalDays);
        if (await db.Set<VisitRow>()
            .Where(row => row.PatientId == patient && row.Kind == VisitKind.Dosing && row.State == VisitState.Planned && row.SessionId == null && row.On >= today && row.On <= until)
            .MinAsync(row => (DateOnly?)row.On, cancel) is not { } on)
            return [];
        // One that ran out is a step of the way itself.
        var why = (await screening.NoLonger(patient, cancel)).Where(reason => !reason.StartsWith("It ended on", StringComparison.Ordinal)).ToList();
        return why.Count == 0 ? [] :
        [
            new(TaskKind.DecideAgain, patient.Value, $"Decide on screening again: {Wait.Name}", why[0], [Role.Prescriber]) { Due = on, UrgentFrom = clinic.InstantOf(on, TimeOnly.MinValue) },
        ];
    }
}
