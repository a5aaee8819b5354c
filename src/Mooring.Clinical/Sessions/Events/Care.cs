using System.Text.Json.Serialization;

namespace Mooring.Clinical.Sessions.Events;

/// <param name="About">Null for a note about anything.</param>
public sealed record NoteAdded(string Text, NoteAbout? About = null) : SessionEvent;

/// <summary>What is asked of every session, so that a note says it is about that.</summary>
public enum NoteAbout
{
    /// <summary>Who is with the patient, coming and going.</summary>
    Presence,

    Music,

    EyeMask,

    /// <summary>Imagery, breathing and other techniques.</summary>
    Technique,

    /// <summary>What the patient said, word for word.</summary>
    [JsonStringEnumMemberName("her-words")] PatientWords,
}

/// <summary>Something unwanted happened to the patient.</summary>
/// <param name="Term">A term's id in the catalogue of adverse events.</param>
/// <param name="Grade">1 mild to 5 fatal, by the catalogue's wording.</param>
/// <param name="Action">What was done.</param>
/// <param name="Outcome">How it stands now.</param>
public sealed record AdverseEventRecorded(string Term, int Grade, string Action, AdverseOutcome Outcome) : SessionEvent
{
    /// <summary>The patient's or the nurse's own words.</summary>
    public string? Verbatim { get; init; }

    /// <summary>By the catalogue, or because somebody said so: the course waits for a review.</summary>
    public bool Serious { get; init; }

    public Causality Causality { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>It was not over when it was last looked at.</summary>
    public bool IsOpen => Outcome is AdverseOutcome.Unknown or AdverseOutcome.Ongoing or AdverseOutcome.Recovering;
}

/// <summary>How an adverse event stands by now.</summary>
/// <param name="Event">The entry that recorded it.</param>
public sealed record AdverseEventFollowed(Guid Event, AdverseOutcome Outcome, string? Note = null) : SessionEvent;

/// <summary>Whether the treatment caused it, in the steps of the WHO's center in Uppsala.</summary>
public enum Causality
{
    NotAssessed,
    Unlikely,
    Possible,
    Probable,
    Certain,
}

public enum AdverseOutcome
{
    Unknown,
    Ongoing,
    Recovering,
    Resolved,
    ResolvedWithHarm,
    Fatal,
}
