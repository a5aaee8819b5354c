using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Courses;

/// <summary>A session in which something was given, and the phase of the course that it belongs to, from 0.</summary>
public sealed record HeldInPhase(DateTimeOffset At, int Phase);

/// <summary>A phase as a course has it: what it is for, its name, and how many sessions it was planned with at signing.</summary>
public sealed record PlannedPhase(PhaseKind Kind, string Name, int Sessions)
{
    /// <summary>The phases of a protocol; where maintenance is defined and no phase of its own, it follows the last one, session by session.</summary>
    public static IReadOnlyList<PlannedPhase> Of(Protocol protocol) =>
    [
        .. protocol.Course.Select(phase => new PlannedPhase(phase.Kind, phase.Name, phase.Sessions)),
        .. protocol.MaintenanceInterval is not null && protocol.Course[^1].Kind != PhaseKind.Maintenance ? [new PlannedPhase(PhaseKind.Maintenance, "Maintenance", 0)] : Array.Empty<PlannedPhase>(),
    ];
}

/// <summary>A plan as a course is counted by it.</summary>
/// <param name="Planned">Dosing sessions that it lays out, by phase.</param>
/// <param name="ReplacedAt">When a later plan took its place; null for the newest, and for one that was stopped.</param>
/// <param name="StoppedAt">When it ended without another in its place.</param>
/// <param name="Held">Its sessions in which something was given, oldest first.</param>
public sealed record CountedPlan(
    Id<Plan> Plan, string Protocol, IReadOnlyList<int> Planned, DateTimeOffset SignedAt, DateTimeOffset? ReplacedAt, DateTimeOffset? StoppedAt, IReadOnlyList<HeldInPhase> Held)
{
    /// <summary>Everything that it lays out was held.</summary>
    public bool IsComplete => Held.Count >= Planned.Sum();
}
