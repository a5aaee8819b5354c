using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Rescuing;

/// <summary>Emergency mode was opened: one tap, nothing else asked.</summary>
[Journaled("emergency-opened", EventKind.Event, OnAxis = true, OnTablet = true)]
public sealed record EmergencyOpened(string? Kind = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Emergency{With(Kind)}.";
}

/// <summary>One act in an emergency.</summary>
[Journaled("emergency-action", EventKind.Event, OnTablet = true)]
public sealed record EmergencyAction(string Action, string? Detail = null) : SessionEvent
{
    /// <summary>The id of the emergency card that was open when it was tapped.</summary>
    public string? Card { get; init; }

    internal override string InWords(MonitoringPack pack) => $"Emergency: {Action}{With(Detail)}.";
}

/// <summary>The emergency is over. What it was is written afterwards.</summary>
[Journaled("emergency-closed", EventKind.Event, OnAxis = true, OnTablet = true)]
public sealed record EmergencyClosed(string Outcome) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Emergency over: {Outcome}.";
}

/// <summary>What an emergency was, written when it was over. Harm to the patient stands beside it as an adverse event.</summary>
/// <param name="Emergency">The id of the entry that opened it.</param>
/// <param name="Told">Who was told of it.</param>
[Journaled("emergency-reviewed", EventKind.Event, Right.ReviewEmergencies)]
public sealed record EmergencyReviewed(Guid Emergency, string WhatHappened, AdverseOutcome Outcome, IReadOnlyList<string> Told) : SessionEvent
{
    /// <summary>Nothing unwanted happened to the patient.</summary>
    public bool NoHarm { get; init; }

    /// <summary>Who took over the patient's care; they are in this chair no longer.</summary>
    public string? TransferredTo { get; init; }

    internal override string InWords(MonitoringPack pack) => $"Emergency written down: {WhatHappened}; {(NoHarm ? "no harm" : Words(Outcome))}; told: {string.Join(", ", Told)}{(TransferredTo is { } to ? $"; handed over to {to}" : "")}.";
}
