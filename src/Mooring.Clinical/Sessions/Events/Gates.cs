using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions.Events;

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
public sealed record GateAnswered(string Item, GateAnswer Answer, string? Value = null, string? Note = null) : SessionEvent;

/// <summary>The prescriber decided whether dosing may begin today.</summary>
/// <param name="Reason">Why not; or why in spite of what was found.</param>
/// <param name="Prescriber">Who decided: the prescriber, even when somebody else wrote it down.</param>
public sealed record GoDecided(bool Go, Actor Prescriber, string? Reason = null) : SessionEvent;

/// <summary>Two people read drug and dose aloud: the one who entered this, and <paramref name="VerifiedBy"/>.</summary>
public sealed record TimeOut(string Drug, Mass Dose, Actor VerifiedBy) : SessionEvent
{
    /// <summary>What the second person read from the pump; null where nothing is infused.</summary>
    public PumpRead? Pump { get; init; }
}

/// <summary>A pump's program, read from the pump and the bag before the start.</summary>
public sealed record PumpRead(double MillilitersPerHour, double Milliliters, double MilligramsPerMilliliter);
