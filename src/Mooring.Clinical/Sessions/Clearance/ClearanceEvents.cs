using System.Globalization;
using Mooring.Clinical.Monitoring;
using Mooring.Kinetics.Quantities;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Clearance;

/// <summary>The patient has come.</summary>
/// <param name="Chair">Where the patient sits.</param>
/// <param name="Identifiers">The two identifiers the patient was known by, such as name and birth date.</param>
[Journaled("checked-in", EventKind.Session, Right.CheckIn, OnAxis = true)]
public sealed record CheckedIn(string Chair, IReadOnlyList<string> Identifiers) : SessionEvent
{
    public string? Note { get; init; }

    internal override string InWords(MonitoringPack pack) => $"Checked in, {Chair}.";
}

/// <summary>How a question before the start was answered. Gates are worded so that <see cref="Met"/> is the safe answer.</summary>
public enum GateAnswer
{
    NotMet,
    Met,
    NotApplicable,
}

/// <summary>One question of the checklist before the start was answered. A later answer replaces an earlier one.</summary>
/// <param name="Item">The gate's id in the monitoring pack.</param>
/// <param name="Value">What was read or measured, when the gate asks for it.</param>
[Journaled("gate", EventKind.Session, Right.AnswerGates)]
public sealed record GateAnswered(string Item, GateAnswer Answer, string? Value = null, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"{pack.GateOf(Item)?.Label ?? Item}: {Said}{With(Value)}{With(Note)}.";

    private string Said => Answer switch
    {
        GateAnswer.Met => "yes",
        GateAnswer.NotMet => "no",
        _ => "does not apply",
    };
}

/// <summary>The prescriber decided whether dosing may begin today.</summary>
/// <param name="Reason">Why not; or why in spite of what was found.</param>
/// <param name="Prescriber">Who decided: the prescriber, even when somebody else wrote it down.</param>
[Journaled("go", EventKind.Session)]
public sealed record GoDecided(bool Go, Actor Prescriber, string? Reason = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => (Go ? "Go" : "No-go") + $" by {Prescriber.Name}{With(Reason)}.";
}

/// <summary>Two people read drug and dose aloud: the one who entered this, and <paramref name="VerifiedBy"/>.</summary>
[Journaled("time-out", EventKind.Session)]
public sealed record TimeOut(string Drug, Mass Dose, Actor VerifiedBy) : SessionEvent
{
    /// <summary>What the second person read from the pump; null where nothing is infused.</summary>
    public PumpRead? Pump { get; init; }

    internal override string InWords(MonitoringPack pack) => $"Time-out: {Drug} {Mg(Dose)}, verified by {VerifiedBy.Name}{(Pump is { } pump ? $"; pump {N(pump.MillilitersPerHour)} mL/h, {N(pump.Milliliters)} mL, {pump.MilligramsPerMilliliter.ToString("0.###", CultureInfo.InvariantCulture)} mg/mL" : "")}.";
}

/// <summary>A pump's program, read from the pump and the bag before the start.</summary>
public sealed record PumpRead(double MillilitersPerHour, double Milliliters, double MilligramsPerMilliliter);
