using Mooring.Clinical.Instruments;

namespace Mooring.Clinical.Notes;

/// <summary>What a note is for.</summary>
public enum NoteKind
{
    Evaluation,
    Progress,
    Medication,
    Phone,
    Preparation,
    Integration,
    Nursing,
    Letter,
}

/// <summary>What of the chart can be taken into a note, as it stands at that moment.</summary>
public enum NoteFact
{
    Diagnoses,
    Medicines,
    Allergies,
    Scores,
    LastSession,
    SuicideRisk,
    Goals,
    Attendance,
}

/// <summary>How a kind of note is laid out. Read from <c>content/notes</c>, where a clinic adds its own.</summary>
public sealed record NoteTemplate
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required NoteKind Kind { get; init; }

    public required Wording Title { get; init; }

    /// <summary>Whose notes these are; who else may write notes reads them.</summary>
    public required IReadOnlyList<Role> By { get; init; }

    /// <summary>It is about one dosing session, which is then chosen.</summary>
    public bool OfSession { get; init; }

    /// <summary>It is read at the chair before the dose.</summary>
    public bool AtTheChair { get; init; }

    public required IReadOnlyList<NoteSection> Sections { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public NoteSection? Section(string id) => Sections.FirstOrDefault(section => section.Id == id);
}

/// <summary>One heading of a note.</summary>
public sealed record NoteSection
{
    public required string Id { get; init; }

    public required Wording Heading { get; init; }

    /// <summary>What belongs here, beside the field.</summary>
    public Wording? Asks { get; init; }

    /// <summary>Without it the note is not signed.</summary>
    public bool IsOwed { get; init; }

    /// <summary>What of the chart is offered to be taken in here.</summary>
    public IReadOnlyList<NoteFact> Pulls { get; init; } = [];
}

/// <summary>What holds for all notes. Read from <c>content/note-terms.yaml</c>.</summary>
public sealed record NoteTerms
{
    public required int Version { get; init; }

    /// <summary>How long a draft may wait for its signature before it stands among what is late.</summary>
    public required TimeSpan SignWithin { get; init; }

    /// <summary>How long a colleague has to co-sign.</summary>
    public required TimeSpan CoSignWithin { get; init; }

    public required GoalScale Goals { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>How near somebody is to a goal, in whole numbers.</summary>
public sealed record GoalScale
{
    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>What the lowest number means.</summary>
    public required Wording Least { get; init; }

    /// <summary>What the highest number means.</summary>
    public required Wording Most { get; init; }
}
