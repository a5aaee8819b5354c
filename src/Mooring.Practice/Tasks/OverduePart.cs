using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Practice.Access;
using Mooring.Practice.Plans;
using Mooring.Practice.Screening;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Visits whose last day has passed without anybody, and a deferred decision whose day has come.</summary>
internal sealed class OverduePart(MooringDb db, StaffDesk staff, TimeProvider clock) : ChartPart
{
    private static readonly Dictionary<VisitKind, (TaskKind Kind, string Title, IReadOnlyList<Role> For)> Kinds = new()
    {
        [VisitKind.Dosing] = (TaskKind.OverdueDosing, "Dosing visit overdue", [Role.Nurse, Role.Prescriber, Role.FrontDesk]),
        [VisitKind.Preparation] = (TaskKind.OverduePreparation, "Preparation overdue", [Role.Therapist, Role.Nurse]),
        [VisitKind.Integration] = (TaskKind.OverdueIntegration, "Integration overdue", [Role.Therapist, Role.Nurse]),
        [VisitKind.Review] = (TaskKind.OverdueReview, "Review of the course overdue", [Role.Prescriber]),
    };

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        VisitKind[] kinds = [.. Kinds.Keys];
        var visits = await db.Set<VisitRow>().AsNoTracking()
            .Where(row => row.PatientId == patient && row.State == VisitState.Planned && row.SessionId == null && row.Until < today && kinds.Contains(row.Kind)).ToListAsync(cancel);
        var last = await db.Set<DecisionRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);
        List<Wait> waits =
        [
            .. from same in visits.GroupBy(visit => visit.Kind)
               let first = same.MinBy(row => row.On)!
               let kind = Kinds[same.Key]
               select new Wait(kind.Kind, patient.Value, $"{kind.Title}: {Wait.Name}", same.Count() == 1 ? first.What : $"{first.What}; {same.Count()} in all", kind.For) { Due = first.Until },
        ];
        if (last?.What is { Choice: EligibilityChoice.Deferred, DeferredUntil: { } until } && until <= today)
            waits.Add(new(TaskKind.DeferredDecision, patient.Value, $"Deferred decision is due: {Wait.Name}", last.What.Reason, [Role.Prescriber]) { Due = until });
        return waits;
    }
}
