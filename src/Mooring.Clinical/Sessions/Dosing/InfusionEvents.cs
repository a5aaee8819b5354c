using Mooring.Clinical.Monitoring;
using Mooring.Kinetics.Quantities;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Dosing;

/// <summary>The pump runs.</summary>
/// <param name="Amount">The drug in the bag.</param>
/// <param name="Minutes">How long it is to run.</param>
/// <param name="Milliliters">The volume of the bag, drug included.</param>
/// <param name="MillilitersPerHour">What the pump was set to.</param>
[Journaled("infusion-started", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record InfusionStarted(string Drug, Mass Amount, double Minutes, double Milliliters, double MillilitersPerHour) : SessionEvent
{
    /// <summary>Why more than planned was hung, when it was; only a prescriber may.</summary>
    public string? OverPlan { get; init; }

    internal override string InWords(MonitoringPack pack) => $"Infusion started: {Drug} {Mg(Amount)} in {N(Milliliters)} mL over {N(Minutes)} min, {N(MillilitersPerHour)} mL/h{With(OverPlan)}.";
}

/// <summary>The pump was set to another rate; while paused, the rate it will resume with.</summary>
[Journaled("rate", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record RateChanged(double MillilitersPerHour, string Reason) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Rate changed to {N(MillilitersPerHour)} mL/h: {Reason}.";
}

[Journaled("paused", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record InfusionPaused(string Reason) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => Reason.Length == 0 ? "Infusion paused; the reason is not said yet." : $"Infusion paused: {Reason}.";
}

[Journaled("resumed", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record InfusionResumed : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => "Infusion resumed.";
}

/// <summary>The infusion is over.</summary>
/// <param name="Completed">The whole bag went in.</param>
/// <param name="Reason">Why it was ended before that.</param>
[Journaled("infusion-stopped", EventKind.Medicine, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record InfusionStopped(bool Completed, string? Reason = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => (Completed, Reason) switch
    {
        (true, _) => "Infusion completed.",
        (_, "") => "Infusion stopped; the reason is not said yet.",
        _ => $"Infusion stopped: {Reason}.",
    };
}
