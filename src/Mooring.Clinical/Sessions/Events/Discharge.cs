namespace Mooring.Clinical.Sessions.Events;

/// <summary>Dosing is over; the patient is watched until they may leave.</summary>
public sealed record RecoveryStarted : SessionEvent;

/// <summary>One discharge criterion was looked at. A later answer replaces an earlier one.</summary>
/// <param name="Item">The criterion's id in the monitoring pack.</param>
public sealed record DischargeCriterionAnswered(string Item, Finding Met, string? Value = null, string? Note = null) : SessionEvent;

/// <summary>A grown person took the patient home.</summary>
public sealed record EscortHandedOver(string Name, string Relationship, string Phone, bool Verified) : SessionEvent;

/// <summary>The instructions for afterwards were handed over.</summary>
/// <param name="Language">BCP 47, such as <c>en</c> or <c>es</c>.</param>
/// <param name="Version">Which text.</param>
/// <param name="ToPatient">The patient got them.</param>
/// <param name="ToEscort">The escort got them.</param>
public sealed record InstructionsGiven(string Language, string Version, bool ToPatient, bool ToEscort) : SessionEvent;

/// <summary>A prescriber let the patient go although something was not met.</summary>
/// <param name="Item">The criterion's id, or <see cref="MinimumStay"/>.</param>
public sealed record Waiver(string Item, string Reason)
{
    /// <summary>The item that stands for the minimum stay.</summary>
    public const string MinimumStay = "minimum-stay";
}

public sealed record Discharged(IReadOnlyList<Waiver> Waivers) : SessionEvent
{
    /// <summary>The patient left against advice; null for a discharge.</summary>
    public AgainstAdvice? AgainstAdvice { get; init; }
}

/// <summary>How a patient left against advice.</summary>
/// <param name="Reason">In the patient's words.</param>
/// <param name="Told">What the patient and the escort were told.</param>
/// <param name="Open">What stood in the way of a discharge.</param>
public sealed record AgainstAdvice(string Reason, string Told, IReadOnlyList<string> Open);

/// <summary>The record was signed by <paramref name="As"/>; when every role the pack names has signed, it is closed.</summary>
public sealed record Signed(Role As, string? Statement = null) : SessionEvent;
