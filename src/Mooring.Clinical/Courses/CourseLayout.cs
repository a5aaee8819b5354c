using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Courses;

/// <summary>What of a course is still to be laid out: a whole new one, or the rest of one that goes on.</summary>
public static class CourseLayout
{
    /// <param name="within">The course that goes on; null when a new one begins.</param>
    /// <param name="sessions">Sessions of the present phase in all, those held included; null for as many as were planned.</param>
    public static IReadOnlyList<PhaseToLay> Of(Protocol protocol, Course? within, int? sessions)
    {
        if (within is null)
            return [.. protocol.Course.Select((phase, at) => new PhaseToLay(at, phase, at == 0 ? sessions ?? phase.Sessions : phase.Sessions))];
        if (within is { Maintenance: { } maintenance, MaintenancePhase: { } last })
            return [Maintenance(last, within.Phases[last].Name, maintenance.Days, sessions is { } all ? all - within.HeldIn(last) : Math.Max(1, within.PlannedIn(last) - within.HeldIn(last)))];
        var now = within.PhaseNow;
        return
        [
            .. protocol.Course.Select((phase, at) => new PhaseToLay(at, phase, at < now ? 0
                : at == now ? (sessions ?? within.PlannedIn(now)) - within.HeldIn(now)
                : Math.Max(0, within.PlannedIn(at) - within.HeldIn(at)))),
        ];
    }

    /// <summary>Maintenance sessions at an interval that was decided.</summary>
    public static PhaseToLay Maintenance(int phase, string name, int days, int visits) => new(
        phase,
        new() { Name = name, Kind = PhaseKind.Maintenance, Sessions = visits, Low = visits, High = visits, Gaps = [new Quantity(days, "d")], Because = [] },
        visits);
}
