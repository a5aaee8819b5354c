namespace Mooring.Clinical.Sessions.Events;

/// <summary>Emergency mode was opened: one tap, nothing else asked.</summary>
public sealed record EmergencyOpened(string? Kind = null) : SessionEvent;

/// <summary>One act in an emergency.</summary>
public sealed record EmergencyAction(string Action, string? Detail = null) : SessionEvent
{
    /// <summary>The id of the emergency card that was open when it was tapped.</summary>
    public string? Card { get; init; }
}

/// <summary>The emergency is over. What it was is written afterwards.</summary>
public sealed record EmergencyClosed(string Outcome) : SessionEvent;

/// <summary>What an emergency was, written when it was over. Harm to the patient stands beside it as an adverse event.</summary>
/// <param name="Emergency">The id of the entry that opened it.</param>
/// <param name="Told">Who was told of it.</param>
public sealed record EmergencyReviewed(Guid Emergency, string WhatHappened, AdverseOutcome Outcome, IReadOnlyList<string> Told) : SessionEvent
{
    /// <summary>Nothing unwanted happened to the patient.</summary>
    public bool NoHarm { get; init; }

    /// <summary>Who took over the patient's care; they are in this chair no longer.</summary>
    public string? TransferredTo { get; init; }
}
