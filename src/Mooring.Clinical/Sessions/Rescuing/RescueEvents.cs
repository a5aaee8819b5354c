using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Rescuing;

/// <summary>Oxygen runs at this flow, newly or changed.</summary>
/// <param name="Through">Such as "nasal cannula".</param>
[Journaled("oxygen", EventKind.Medicine, Right.GiveRescue, OnAxis = true, OnTablet = true)]
public sealed record OxygenSet(double LitersPerMinute, string Through) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Oxygen {N(LitersPerMinute)} L/min, {Through}.";
}

[Journaled("oxygen-stopped", EventKind.Medicine, Right.GiveRescue, OnAxis = true, OnTablet = true)]
public sealed record OxygenStopped(string? Reason = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Oxygen stopped{With(Reason)}.";
}

public enum OrderWay
{
    /// <summary>The prescriber wrote it, or entered it.</summary>
    Written,

    /// <summary>Said aloud or by phone: it is read back.</summary>
    Verbal,

    /// <summary>The clinic's signed standing order.</summary>
    Standing,
}

/// <summary>Who ordered a medicine, how and when.</summary>
/// <param name="By">The prescriber's name.</param>
/// <param name="ReadBack">It was read back and confirmed.</param>
public sealed record MedicineOrder(string By, OrderWay Way, DateTimeOffset At, bool ReadBack)
{
    internal string InWords() => Way switch
    {
        OrderWay.Verbal => $"spoken order of {By}, read back",
        OrderWay.Standing => $"standing order of {By}",
        _ => $"ordered by {By}",
    };
}

/// <summary>Another medicine than the study drug was given, on an order.</summary>
/// <param name="Dose">As given, with its unit.</param>
/// <param name="For">What it was for.</param>
[Journaled("rescue", EventKind.Medicine, Right.GiveRescue, OnAxis = true, OnTablet = true)]
public sealed record RescueGiven(string Medicine, string Dose, string Route, string For, MedicineOrder Order) : SessionEvent
{
    /// <summary>When its effect is to be looked at, in minutes; null when nobody asked for it.</summary>
    public double? LookAfterMinutes { get; init; }

    internal override string InWords(MonitoringPack pack) => $"{Medicine} {Dose} {Route} for {For}; {Order.InWords()}.";
}

public enum Effect
{
    None,
    Partial,
    Full,
    Worse,
}

/// <summary>Whether the medicine helped.</summary>
/// <param name="Given">The entry that gave it.</param>
[Journaled("effect", EventKind.Session, Right.GiveRescue)]
public sealed record EffectAssessed(Guid Given, Effect Effect, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Effect: {Found}{With(Note)}.";

    private string Found => Effect switch
    {
        Effect.None => "none",
        Effect.Partial => "some",
        Effect.Full => "full",
        _ => "worse",
    };
}
