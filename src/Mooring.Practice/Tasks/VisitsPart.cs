using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Practice.Access;
using Mooring.Practice.Plans;

namespace Mooring.Practice.Tasks;

/// <summary>Who comes today, for the front desk, and whom a therapist sees.</summary>
internal sealed class VisitsPart(VisitDesk visits, StaffDesk staff, TimeProvider clock) : ChartPart
{
    private static readonly VisitKind[] InPerson = [VisitKind.Preparation, VisitKind.Dosing, VisitKind.Integration, VisitKind.Review];

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        List<Wait> waits = [];
        foreach (var visit in (await visits.Of(patient, cancel)).Where(visit => visit.State == VisitState.Planned && visit.What.On <= today && today <= visit.What.Until))
        {
            if (visit.What.Kind is VisitKind.Preparation or VisitKind.Integration)
                waits.Add(Of(visit, visit.What.Kind == VisitKind.Preparation ? TaskKind.PreparationVisit : TaskKind.IntegrationVisit, visit.What.Kind.ToString(), Role.Therapist));
            if (visit.What.On == today && InPerson.Contains(visit.What.Kind))
                waits.Add(Of(visit, TaskKind.ComesToday, "Comes today", Role.FrontDesk));
        }

        return waits;
    }

    private static Wait Of(PlannedVisit visit, TaskKind kind, string verb, Role role) =>
        new(kind, visit.Id.Value, $"{verb}: {Wait.Name}", visit.What.What, [role]) { Due = visit.What.Until };
}
