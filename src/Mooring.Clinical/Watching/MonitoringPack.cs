using Mooring.Clinical.Sessions;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Watching;

/// <summary>
/// How a session by one route is watched: what is asked before, what is measured when, which values stand out, and
/// when the patient may leave. Read from <c>content/monitoring/</c>; every number in it has its reason there.
/// </summary>
public sealed record MonitoringPack
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required DosingRoute Route { get; init; }

    public required IReadOnlyList<Gate> Gates { get; init; }

    public required PressureRule Pressure { get; init; }

    public required DosingRule Dosing { get; init; }

    public required IReadOnlyList<Round> Schedule { get; init; }

    public required OverdueRule Overdue { get; init; }

    public required IReadOnlyList<Limit> Limits { get; init; }

    public required IReadOnlyList<Plausible> Plausible { get; init; }

    public required DischargeRule Discharge { get; init; }

    public required StalenessRule Staleness { get; init; }

    public required EntryRule Entry { get; init; }

    public Gate? GateOf(string id) => Gates.FirstOrDefault(gate => gate.Id == id);

    public DischargeCriterion? CriterionOf(string id) => Discharge.Criteria.FirstOrDefault(criterion => criterion.Id == id);
}

/// <summary>Where a number comes from, shown beside it.</summary>
/// <param name="Source">A source's id, or who decided.</param>
/// <param name="At">Where in it.</param>
/// <param name="Kind">label, guideline, trial, consensus or local-choice.</param>
/// <param name="Supports">What it supports.</param>
public sealed record Because(string Source, string At, string Kind, string Supports);

/// <summary>What a gate that is not met does to the start.</summary>
public enum GateForce
{
    /// <summary>The session does not start.</summary>
    Blocks,

    /// <summary>A prescriber may go on and must say why.</summary>
    Warns,

    /// <summary>It is asked, and stops nothing.</summary>
    Notes,
}

/// <summary>One question that must be answered before the start.</summary>
/// <param name="Label">Worded so that yes is the safe answer.</param>
/// <param name="Applies">The plan's flag that switches it on; null for everybody.</param>
/// <param name="By">Who may answer.</param>
/// <param name="MayNotApply">"Does not apply" is an answer.</param>
/// <param name="AsksFor">What must be written down with the answer; null for nothing.</param>
public sealed record Gate(
    string Id, string Label, GateForce Force, IReadOnlyList<Role> By, string? Applies, bool MayNotApply, string? AsksFor, Because Because);

/// <summary>Blood pressure before dosing.</summary>
/// <param name="FreshFor">How old the pressure may be when the prescriber decides.</param>
public sealed record PressureRule(TimeSpan FreshFor, IReadOnlyList<PressureLevel> Levels);

public enum PressureForce
{
    /// <summary>Go on, and say why.</summary>
    Caution,

    /// <summary>Wait; a prescriber may override and must say why.</summary>
    Hold,

    /// <summary>Not today.</summary>
    Block,
}

/// <summary>Reached when either pressure is.</summary>
/// <param name="FromAge">For people of this age and more; null for no lower end.</param>
/// <param name="UnderAge">For younger people and those whose age is unknown; null for no upper end.</param>
public sealed record PressureLevel(
    string Id, PressureForce Force, Bound Systolic, Bound Diastolic, int? FromAge, int? UnderAge, string Says, Because Because)
{
    public bool IsFor(int? age) =>
        (FromAge is not { } from || age >= from) && (UnderAge is not { } under || age is null || age < under);
}

/// <summary>How doses may be given.</summary>
/// <param name="Most">The most injections or devices in a session.</param>
/// <param name="Apart">The least time between two; null for infusions.</param>
/// <param name="Each">What one device holds.</param>
/// <param name="RateTolerance">How far the pump's setting may lie from volume and time, as a fraction.</param>
public sealed record DosingRule(int Most, TimeSpan? Apart, Mass? Each, double RateTolerance, Because Because);

/// <summary>How late an entry is when it is overdue, and what a clock may be wrong by.</summary>
/// <param name="FutureAllowed">How far ahead of the server an event may lie.</param>
public sealed record EntryRule(TimeSpan FutureAllowed, Because Because);

/// <summary>Outside this a number is more likely a slip of the hand: it is asked about, never refused.</summary>
public sealed record Plausible(string Of, double Low, double High);
