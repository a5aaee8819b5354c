using Mooring.Clinical;
using Mooring.Clinical.Protocols;
using Mooring.Practice.Access;
using Mooring.Practice.Plans;

namespace Mooring.Practice.Tasks;

/// <summary>Who comes today, for the front desk, and whom a therapist sees.</summary>
internal sealed class VisitsPart(VisitDesk visits, StaffDesk staff, TimeProvider clock) : ChartPart
{
    private static readonly VisitKind[] InPerson = [VisitKind.Preparation, VisitKind.Dosing, VisitKind.Integration, VisitKind.Review];

    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        var planned = (await visits.Today(cancel)).Where(each => each.Visit.State == VisitState.Planned && InPerson.Contains(each.Visit.What.Kind)).ToList();
        return
        [
            .. planned.Where(each => each.Visit.What.Kind is VisitKind.Preparation or VisitKind.Integration)
                .Select(each => Task(each, each.Visit.What.Kind.ToString(), Role.Therapist)),
            .. planned.Where(each => each.Visit.What.On == today).Select(each => Task(each, "Comes today", Role.FrontDesk)),
        ];
    }

    private static WaitingTask Task(DayVisit each, string verb, Role role) =>
        new($"{verb}: {each.Patient.ShortName}", each.Visit.What.What, $"/patients/{each.Patient.Id}/visits", false, [role], "calendar", Due: each.Visit.What.Until);
}
