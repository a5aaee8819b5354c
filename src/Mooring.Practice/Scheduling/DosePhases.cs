using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Practice.Courses;
using Mooring.Practice.Plans;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>The phase of a course that a planned dose belongs to: how far the next one lies from it.</summary>
public sealed class DosePhases(MooringDb db)
{
    /// <summary>Maintenance has the interval that was decided last. The first phase where no contact of a plan says it.</summary>
    /// <param name="visit">Null for a dose that no plan lays out.</param>
    internal async Task<CoursePhase?> Of(VisitRow? visit, Protocol? protocol, CancellationToken cancel)
    {
        if (protocol is not { Course.Count: > 0 })
            return null;
        var at = visit?.Phase ?? 0;
        var own = protocol.Course.ElementAtOrDefault(at);
        return own is { Kind: not PhaseKind.Maintenance } || visit is null ? own : await Decided(visit, at, cancel) ?? own;
    }

    private async Task<CoursePhase?> Decided(VisitRow visit, int phase, CancellationToken cancel)
    {
        var course = (await db.Set<PlanRow>().AsNoTracking().SingleAsync(row => row.Id == visit.PlanId, cancel)).CourseId ?? new Id<Course>(visit.PlanId.Value);
        var steps = await db.Set<CourseEventRow>().AsNoTracking().Where(row => row.CourseId == course).OrderBy(row => row.At).ToListAsync(cancel);
        return steps.FindLast(row => row.What.Maintenance is not null)?.What.Maintenance is { } decided
            ? CourseLayout.Maintenance(phase, "Maintenance", decided.Days, decided.Visits).Terms
            : null;
    }
}
