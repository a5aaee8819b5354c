using Mooring.Clinical.Sessions.Events;

namespace Mooring.Practice.Bedside;

/// <summary>One number of a set, as typed: the code of a vital sign or a scale.</summary>
public sealed record MeasureTyped
{
    public string Of { get; init; } = "";

    public string? Value { get; init; }

    /// <summary>In a correction, what the page showed before: what was left as it was is not corrected.</summary>
    public string? Was { get; init; }
}

/// <summary>Vital signs and ratings that were taken together.</summary>
public sealed record VitalsForm : EntryForm
{
    public List<MeasureTyped> Values { get; init => field = value ?? []; } = [];

    public Position? Position { get; init; }

    /// <summary>Somebody looked twice at what was doubted.</summary>
    public bool Confirmed { get; init; }

    public string? Note { get; init; }
}

public sealed record NoteForm : EntryForm
{
    public string Text { get; init; } = "";

    /// <summary>Null for a note about anything.</summary>
    public NoteAbout? About { get; init; }
}

public sealed record AdverseEventForm : EntryForm
{
    public string Term { get; init; } = "";

    public int? Grade { get; init; }

    public string Action { get; init; } = "";

    public AdverseOutcome Outcome { get; init; }

    public string? Verbatim { get; init; }

    /// <summary>Serious in the nurse's eyes, whatever the catalogue says.</summary>
    public bool Serious { get; init; }

    public Causality Causality { get; init; }
}

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

public sealed record CorrectionForm : EntryForm
{
    public string Reason { get; init; } = "";

    /// <summary>It never happened; nothing takes its place.</summary>
    public bool Strike { get; init; }

    /// <summary>The time of day it really happened.</summary>
    public string? At { get; init; }

    /// <summary>What the note should have said.</summary>
    public string? Text { get; init; }

    /// <summary>What the numbers should have been.</summary>
    public List<MeasureTyped> Values { get; init => field = value ?? []; } = [];

    /// <summary>Somebody looked twice at what was doubted.</summary>
    public bool Confirmed { get; init; }
}
