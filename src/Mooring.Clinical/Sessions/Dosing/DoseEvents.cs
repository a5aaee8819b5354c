using Mooring.Clinical.Monitoring;
using Mooring.Kinetics.Quantities;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Dosing;

/// <summary>An injection into muscle or under the skin.</summary>
[Journaled("dose", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record DoseGiven(string Drug, Mass Amount, string Site) : SessionEvent
{
    public string? OverPlan { get; init; }

    internal override string InWords(MonitoringPack pack) => $"{Drug} {Mg(Amount)} injected, {Site}{With(OverPlan)}.";
}

/// <summary>The patient used one nasal spray device, under eyes.</summary>
/// <param name="Number">First, second or third of this session.</param>
/// <param name="Amount">What one device holds.</param>
[Journaled("device-used", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record DeviceUsed(int Number, Mass Amount) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Device {Number} used, {Mg(Amount)}.";
}

/// <summary>An IV bolus, beside the infusion or before it.</summary>
/// <param name="Minutes">How long it was pushed.</param>
[Journaled("bolus", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record BolusGiven(string Drug, Mass Amount, double Minutes, string Reason) : SessionEvent
{
    public string? OverPlan { get; init; }

    internal override string InWords(MonitoringPack pack) => $"Bolus: {Drug} {Mg(Amount)} over {N(Minutes)} min, {Reason}{With(OverPlan)}.";
}

/// <summary>The lozenge lies under the tongue; the clock of the hold runs.</summary>
[Journaled("hold-started", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record HoldStarted(string Drug, Mass Amount) : SessionEvent
{
    public string? OverPlan { get; init; }

    internal override string InWords(MonitoringPack pack) => $"{Drug} {Mg(Amount)} under the tongue{With(OverPlan)}.";
}

/// <summary>What became of the lozenge.</summary>
public enum HoldEnd
{
    Swallowed,
    SpatOut,
    PartlySwallowed,
}

/// <summary>The hold is over; its length follows from the two times.</summary>
[Journaled("hold-ended", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record HoldEnded(HoldEnd End, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Hold ended: {Words(End)}{With(Note)}.";
}
