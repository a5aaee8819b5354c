using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>Dosing is over; the patient is watched until they may leave.</summary>
[Journaled("recovery", EventKind.Session, Right.GiveDoses, OnAxis = true, OnTablet = true)]
public sealed record RecoveryStarted : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => "Recovery began.";
}

/// <summary>One discharge criterion was looked at. A later answer replaces an earlier one.</summary>
/// <param name="Item">The criterion's id in the monitoring pack.</param>
[Journaled("criterion", EventKind.Session, Right.Discharge)]
public sealed record DischargeCriterionAnswered(string Item, Finding Met, string? Value = null, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"{pack.CriterionOf(Item)?.Label ?? Item}: {Said}{With(Value)}{With(Note)}.";

    private string Said => Met switch
    {
        Finding.Met => "yes",
        Finding.NotMet => "no",
        _ => "unknown",
    };
}

/// <summary>A grown person took the patient home.</summary>
[Journaled("escort", EventKind.Session, Right.Discharge)]
public sealed record EscortHandedOver(string Name, string Relationship, string Phone, bool Verified) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Handed over to {Name} ({Relationship}).";
}

/// <summary>The instructions for afterwards were handed over.</summary>
/// <param name="Language">BCP 47, such as <c>en</c> or <c>es</c>.</param>
/// <param name="Version">Which text.</param>
/// <param name="ToPatient">The patient got them.</param>
/// <param name="ToEscort">The escort got them.</param>
[Journaled("instructions", EventKind.Session, Right.Discharge)]
public sealed record InstructionsGiven(string Language, string Version, bool ToPatient, bool ToEscort) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Instructions given in {Language}, version {Version}, to {To}.";

    private string To => (ToPatient, ToEscort) switch
    {
        (true, true) => "patient and escort",
        (true, false) => "patient",
        _ => "escort",
    };
}

/// <summary>A prescriber let the patient go although something was not met.</summary>
/// <param name="Item">The criterion's id, or <see cref="MinimumStay"/>.</param>
public sealed record Waiver(string Item, string Reason)
{
    /// <summary>The item that stands for the minimum stay.</summary>
    public const string MinimumStay = "minimum-stay";
}

[Journaled("discharged", EventKind.Session, Right.Discharge, OnAxis = true)]
public sealed record Discharged(IReadOnlyList<Waiver> Waivers) : SessionEvent
{
    /// <summary>The patient left against advice; null for a discharge.</summary>
    public AgainstAdvice? AgainstAdvice { get; init; }

    internal override string InWords(MonitoringPack pack) => AgainstAdvice is { } left
        ? $"Left against advice. Said: {left.Reason}. Told: {left.Told}.{(left.Open.Count == 0 ? "" : $" Open: {string.Join(" ", left.Open)}")}"
        : "Discharged" + (Waivers.Count == 0 ? "." : $"; waived: {string.Join(", ", Waivers.Select(waiver => $"{waiver.Item} ({waiver.Reason})"))}.");
}

/// <summary>How a patient left against advice.</summary>
/// <param name="Reason">In the patient's words.</param>
/// <param name="Told">What the patient and the escort were told.</param>
/// <param name="Open">What stood in the way of a discharge.</param>
public sealed record AgainstAdvice(string Reason, string Told, IReadOnlyList<string> Open);

/// <summary>The record was signed by <paramref name="As"/>; when every role the pack names has signed, it is closed.</summary>
[Journaled("signed", EventKind.Session)]
public sealed record Signed(Role As, string? Statement = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Signed as {Words(As)}{With(Statement)}.";
}

/// <summary>Who says that the patient is at home.</summary>
public enum Teller
{
    Patient,
    Escort,
    SomebodyElse,
}

/// <summary>The patient arrived at home; when, is when it happened.</summary>
/// <param name="Name">Who it was, when it was somebody else.</param>
[Journaled("arrived-home", EventKind.Session, Right.ConfirmArrivalHome)]
public sealed record ArrivedHome(Teller SaidBy, string? Name = null, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Arrived at home, says {(SaidBy == Teller.SomebodyElse ? Name : "the " + Words(SaidBy))}{With(Note)}.";
}
