using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Practice.Access;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Screening;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Visits whose last day has passed without anybody, and deferred decisions whose day has come.</summary>
internal sealed class OverduePart(MooringDb db, StaffDesk staff, TimeProvider clock) : ChartPart
{
    private static readonly Dictionary<VisitKind, (string Title, IReadOnlyList<Role> For, string Place)> Kinds = new()
    {
        [VisitKind.Dosing] = ("Dosing visit overdue", [Role.Nurse, Role.Prescriber, Role.FrontDesk], "visits"),
        [VisitKind.Preparation] = ("Preparation overdue", [Role.Therapist, Role.Nurse], "visits"),
        [VisitKind.Integration] = ("Integration overdue", [Role.Therapist, Role.Nurse], "visits"),
        [VisitKind.Review] = ("Review of the course overdue", [Role.Prescriber], "review"),
    };

    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        VisitKind[] kinds = [.. Kinds.Keys];
        var visits = await db.Set<VisitRow>().AsNoTracking().Where(row => row.State == VisitState.Planned && row.SessionId == null && row.Until < today && kinds.Contains(row.Kind)).ToListAsync(cancel);
        var decisions = await db.Set<DecisionRow>().AsNoTracking().ToListAsync(cancel);
        var deferred = decisions.GroupBy(row => row.PatientId).Select(own => own.MaxBy(row => row.At)!)
            .Where(row => row.What is { Choice: EligibilityChoice.Deferred, DeferredUntil: { } until } && until <= today).ToList();
        var names = await ShortNames.Of(db, visits.Select(row => row.PatientId).Concat(deferred.Select(row => row.PatientId)), cancel);
        return
        [
            .. from visit in visits
               group visit by (visit.PatientId, visit.Kind) into same
               let first = same.MinBy(row => row.On)!
               let kind = Kinds[same.Key.Kind]
               select new WaitingTask($"{kind.Title}: {names[same.Key.PatientId]}", same.Count() == 1 ? first.What : $"{first.What}; {same.Count()} in all",
                   $"/patients/{same.Key.PatientId}/{kind.Place}", false, kind.For, "calendar", Due: first.Until) { IsOverdue = true },
            .. deferred.Select(row => new WaitingTask($"Deferred decision is due: {names[row.PatientId]}", row.What.Reason, $"/patients/{row.PatientId}/screening", false, [Role.Prescriber], "clipboard-list", Due: row.What.DeferredUntil) { IsOverdue = true }),
        ];
    }
}
