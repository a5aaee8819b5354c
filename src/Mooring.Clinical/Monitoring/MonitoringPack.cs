namespace Mooring.Clinical.Monitoring;

/// <summary>
/// How a session by one route is watched: what is asked before, what is measured when, which values stand out, and
/// when the patient may leave. Read from <c>content/monitoring/</c>; every number in it has its reason there.
/// </summary>
public sealed record MonitoringPack
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required DoseRoute Route { get; init; }

    public required EntryRule Entry { get; init; }

    public required IReadOnlyList<Gate> Gates { get; init; }

    public required PressureRule Pressure { get; init; }

    public required DosingRule Dosing { get; init; }

    public required IReadOnlyList<Round> Schedule { get; init; }

    public required OverdueRule Overdue { get; init; }

    public required IReadOnlyList<Limit> Limits { get; init; }

    /// <summary>How what stands out becomes a notice. A pack from before there were notices says nothing of it.</summary>
    public NoticeRule? Notices { get; init; }

    /// <summary>What the second person reads from a pump; absent where nothing is infused, and in packs from before it was asked.</summary>
    public TimeOutRule? TimeOut { get; init; }

    public required DischargeRule Discharge { get; init; }

    public required StalenessRule Staleness { get; init; }

    public Gate? GateOf(string id) => Gates.FirstOrDefault(gate => gate.Id == id);

    public DischargeCriterion? CriterionOf(string id) => Discharge.Criteria.FirstOrDefault(criterion => criterion.Id == id);
}
