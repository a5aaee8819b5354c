namespace Mooring.Clinical.Notes;

/// <summary>How a letter is begun, in one language. Read from <c>content/letters</c>; the draft is edited before it is signed.</summary>
public sealed record LetterTemplate
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>en or es.</summary>
    public required string Language { get; init; }

    public required Recipient Recipient { get; init; }

    public required string Title { get; init; }

    /// <summary>The step of the referral that is done when it is sent.</summary>
    public ReferralAnswer Answers { get; init; }

    /// <summary>Whoever gets it does not treat the patient: they agree before it is signed.</summary>
    public bool NeedsAgreement { get; init; }

    public required IReadOnlyList<LetterPart> Parts { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>All that it may tell of the chart.</summary>
    public IReadOnlyList<NoteFact> MayTell => [.. Parts.SelectMany(part => part.Tells).Distinct()];
}

/// <summary>A part of a letter: what it says at first, and what of the chart stands in it from the beginning.</summary>
public sealed record LetterPart
{
    /// <summary>What the places of a text are filled with.</summary>
    public static IReadOnlySet<string> Places { get; } = new HashSet<string>(StringComparer.Ordinal) { "patient", "born", "clinic", "today", "referred-on" };

    public required string Id { get; init; }

    public required string Heading { get; init; }

    public required string Says { get; init; }

    /// <summary>Taken in when the letter is begun; the writer may take it out again.</summary>
    public IReadOnlyList<NoteFact> Tells { get; init; } = [];
}

/// <summary>How facts of the chart are said in a letter or a note. Read from <c>content/note-facts.yaml</c>.</summary>
public sealed record NoteFactWords
{
    public required int Version { get; init; }

    public required IReadOnlyList<NoteFactWord> Facts { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>The words of one fact.</summary>
public sealed record NoteFactWord
{
    public required NoteFact Fact { get; init; }

    public required Instruments.Wording Title { get; init; }

    /// <summary>What stands there when somebody looked and there is nothing.</summary>
    public required Instruments.Wording None { get; init; }

    /// <summary>What stands there when nobody looked yet: nothing is known.</summary>
    public required Instruments.Wording Unknown { get; init; }

    /// <summary>Where in the chart it stands.</summary>
    public required Instruments.Wording Source { get; init; }

    /// <summary>The lines that it may have, by name, with places in braces.</summary>
    public IReadOnlyDictionary<string, Instruments.Wording> Lines { get; init; } = new Dictionary<string, Instruments.Wording>(StringComparer.Ordinal);
}
