using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Plans;
using Mooring.Practice.Scheduling;

namespace Mooring.Web.Pages.Schedule;

/// <summary>What can be booked for somebody: the contacts of their plan that have no hour, and every kind of appointment.</summary>
public sealed class BookingChoices(BookDesk book, VisitDesk visits)
{
    /// <summary>Contacts that nobody booked yet, the earliest first.</summary>
    public async Task<IReadOnlyList<PlannedVisit>> Planned(Id<Patient> patient, CancellationToken cancel)
    {
        var booked = (await book.Of(patient, cancel)).Where(entry => BookGrid.Stands(entry)).Select(entry => entry.What.Visit).OfType<Id<Visit>>().ToHashSet();
        return [.. (await visits.Of(patient, cancel)).Where(visit => visit.State is VisitState.Planned or VisitState.Missed && visit.SessionId is null && !booked.Contains(visit.Id) && book.Types.Any(type => type.Serves == visit.What.Kind))];
    }

    /// <summary>Chairs, rooms and people that can be asked for, by what the kinds need.</summary>
    public static IReadOnlyList<(ResourceKind Kind, IReadOnlyList<Resource> Some)> With(IEnumerable<VisitType> types, IReadOnlyList<Resource> resources) =>
    [
        .. from kind in types.SelectMany(type => type.Segments).SelectMany(segment => segment.Needs).Select(need => need.Kind).Distinct().Order()
           let some = resources.Where(resource => resource.IsA(kind) && !resource.IsRetired).ToList()
           where some.Count > 0
           select (kind, (IReadOnlyList<Resource>)some),
    ];
}
