using System.Globalization;
using Mooring.Clinical.Monitoring;
using Mooring.Kinetics.Quantities;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Preparing;

/// <summary>The drug was drawn up. The amount follows from strength and volume; nobody types it a second time.</summary>
/// <param name="Lot">As printed on the vial.</param>
/// <param name="Expires">The last day it may be used.</param>
/// <param name="MilligramsPerMilliliter">The strength on the label.</param>
/// <param name="DrawnMilliliters">What was drawn from the vial.</param>
/// <param name="Amount">Strength times volume.</param>
[Journaled("prepared", EventKind.Medicine, Right.PrepareDoses)]
public sealed record DrugPrepared(string Drug, string Lot, DateOnly Expires, double MilligramsPerMilliliter, double DrawnMilliliters, Mass Amount) : SessionEvent
{
    /// <summary>Which vial, such as its number in the cabinet's book.</summary>
    public string? Vial { get; init; }

    /// <summary>What all the opened vials held; null when nobody wrote it down.</summary>
    public Mass? Opened { get; init; }

    /// <summary>What it was diluted with; null for undiluted.</summary>
    public string? Diluent { get; init; }

    /// <summary>Drug and diluent together.</summary>
    public double? TotalMilliliters { get; init; }

    /// <summary>Why it is not the planned dose.</summary>
    public string? Why { get; init; }

    internal override string InWords(MonitoringPack pack) =>
        $"Drawn up: {Drug} {Mg(Amount)} ({N(DrawnMilliliters)} mL of {N(MilligramsPerMilliliter)} mg/mL), {(Vial is { } vial ? $"vial {vial}, " : "")}lot {Lot}, expires {Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        + $"{(Diluent is { } diluent ? $", in {diluent}" : "")}{(TotalMilliliters is { } total ? $", {N(total)} mL in all" : "")}{With(Why)}.";
}

/// <summary>A second person has read vial, strength, volume and amount. It is the one who entered this.</summary>
/// <param name="Preparation">The entry that was checked.</param>
[Journaled("preparation-checked", EventKind.Session)]
public sealed record PreparationChecked(Guid Preparation) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => "Preparation checked by a second person.";
}

/// <summary>What was left over was made unusable.</summary>
/// <param name="How">Where it went.</param>
[Journaled("wasted", EventKind.Session, Right.PrepareDoses)]
public sealed record DrugWasted(string Drug, Mass Amount, string How) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Wasted: {Drug} {Mg(Amount)}, {How}.";
}

/// <summary>A second person saw it go. It is the one who entered this.</summary>
/// <param name="Waste">The entry that this person saw happen.</param>
[Journaled("waste-witnessed", EventKind.Session)]
public sealed record WasteWitnessed(Guid Waste) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => "Waste seen by a second person.";
}
