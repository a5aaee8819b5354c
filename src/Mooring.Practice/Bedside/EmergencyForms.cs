
using Mooring.Clinical.Sessions.Rescuing;

namespace Mooring.Practice.Bedside;

/// <summary>What happens in an emergency: opened, done, over. Never more than one tap.</summary>
public sealed record EmergencyForm : EntryForm
{
    /// <summary>The id of an act in the content, or free words.</summary>
    public string? Action { get; init; }

    public string? Detail { get; init; }

    /// <summary>The entry to take back.</summary>
    public Guid? Undo { get; init; }

    /// <summary>The card that is open.</summary>
    public string? Card { get; init; }

    public string? Outcome { get; init; }
}

/// <summary>What an emergency was, written when it was over.</summary>
public sealed record EmergencyReviewForm : EntryForm
{
    public Guid Emergency { get; init; }

    public string WhatHappened { get; init; } = "";

    /// <summary>A term of the adverse events; empty when nothing happened to the patient.</summary>
    public string Term { get; init; } = "";

    public bool NoHarm { get; init; }

    public int? Grade { get; init; }

    public AdverseOutcome Outcome { get; init; }

    public bool Serious { get; init; }

    public List<string> Told { get; init => field = value ?? []; } = [];

    /// <summary>Others who were told, in words.</summary>
    public string? AlsoTold { get; init; }

    public string? TransferredTo { get; init; }
}
