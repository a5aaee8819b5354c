using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions.Events;

/// <summary>A cannula was placed.</summary>
/// <param name="Site">Where, such as "left forearm".</param>
/// <param name="Gauge">Its size, such as "22 G".</param>
public sealed record AccessPlaced(string Site, string? Gauge = null, int Attempts = 1) : SessionEvent;

/// <summary>The pump runs.</summary>
/// <param name="Amount">The drug in the bag.</param>
/// <param name="Minutes">How long it is to run.</param>
/// <param name="Milliliters">The volume of the bag, drug included.</param>
/// <param name="MillilitersPerHour">What the pump was set to.</param>
public sealed record InfusionStarted(string Drug, Mass Amount, double Minutes, double Milliliters, double MillilitersPerHour) : SessionEvent
{
    /// <summary>Why more than planned was hung, when it was; only a prescriber may.</summary>
    public string? OverPlan { get; init; }
}

/// <summary>The pump was set to another rate; while paused, the rate it will resume with.</summary>
public sealed record RateChanged(double MillilitersPerHour, string Reason) : SessionEvent;

public sealed record InfusionPaused(string Reason) : SessionEvent;

public sealed record InfusionResumed : SessionEvent;

/// <summary>The infusion is over.</summary>
/// <param name="Completed">The whole bag went in.</param>
/// <param name="Reason">Why it was ended before that.</param>
public sealed record InfusionStopped(bool Completed, string? Reason = null) : SessionEvent;

/// <summary>An injection into muscle or under the skin.</summary>
public sealed record DoseGiven(string Drug, Mass Amount, string Site) : SessionEvent
{
    public string? OverPlan { get; init; }
}

/// <summary>The patient used one nasal spray device, under eyes.</summary>
/// <param name="Number">First, second or third of this session.</param>
/// <param name="Amount">What one device holds.</param>
public sealed record DeviceUsed(int Number, Mass Amount) : SessionEvent;

/// <summary>An IV bolus, beside the infusion or before it.</summary>
/// <param name="Minutes">How long it was pushed.</param>
public sealed record BolusGiven(string Drug, Mass Amount, double Minutes, string Reason) : SessionEvent
{
    public string? OverPlan { get; init; }
}

/// <summary>The lozenge lies under the tongue; the clock of the hold runs.</summary>
public sealed record HoldStarted(string Drug, Mass Amount) : SessionEvent
{
    public string? OverPlan { get; init; }
}

/// <summary>What became of the lozenge.</summary>
public enum HoldEnd
{
    Swallowed,
    SpatOut,
    PartlySwallowed,
}

/// <summary>The hold is over; its length follows from the two times.</summary>
public sealed record HoldEnded(HoldEnd End, string? Note = null) : SessionEvent;
