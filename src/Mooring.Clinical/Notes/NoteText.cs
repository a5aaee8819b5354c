namespace Mooring.Clinical.Notes;

/// <summary>What stands under one heading; the heading is kept with it, so that it is read as it was written.</summary>
public sealed record NotePart(string Section, string Heading, string Text);

/// <summary>A fact of the chart as it stood when it was taken into a note: nobody retyped it.</summary>
/// <param name="Section">Under which heading.</param>
/// <param name="Source">Where in the chart it stands.</param>
/// <param name="AsOf">When it was last known there; null where the chart has nothing.</param>
public sealed record PulledFact(string Section, NoteFact Fact, string Title, IReadOnlyList<string> Lines, string Source, DateTimeOffset? AsOf, DateTimeOffset PulledAt);

/// <summary>All that a note says.</summary>
public sealed record NoteText(IReadOnlyList<NotePart> Parts)
{
    public IReadOnlyList<PulledFact> Pulled { get; init; } = [];

    public static NoteText Empty { get; } = new([]);

    public bool IsEmpty => Parts.All(part => part.Text.Length == 0) && Pulled.Count == 0;

    public string Of(string section) => Parts.FirstOrDefault(part => part.Section == section)?.Text ?? "";

    /// <summary>The same words and facts, whenever those were taken in.</summary>
    public bool Says(NoteText other) => Spoken(this).SequenceEqual(Spoken(other)) && Taken(this).SequenceEqual(Taken(other));

    /// <summary>
    /// What somebody else signed meanwhile, put above what this writer has, wherever both say something else: both keep their work.
    /// </summary>
    public NoteText Under(NoteText signed) => new([.. Parts.Select(part => part with { Text = Joined(signed.Of(part.Section), part.Text) }), .. signed.Parts.Where(part => Parts.All(mine => mine.Section != part.Section))])
    {
        Pulled = [.. signed.Pulled, .. Pulled.Where(mine => !signed.Pulled.Any(one => one.Section == mine.Section && one.Fact == mine.Fact))],
    };

    private static string Joined(string signed, string mine) =>
        mine.Length == 0 || signed.Contains(mine, StringComparison.Ordinal) ? signed
        : signed.Length == 0 || mine.Contains(signed, StringComparison.Ordinal) ? mine
        : $"{signed}\n\n{mine}";

    private static IEnumerable<(string, string)> Spoken(NoteText text) =>
        text.Parts.Where(part => part.Text.Length > 0).Select(part => (part.Section, part.Text)).Order();

    private static IEnumerable<(string, NoteFact, string)> Taken(NoteText text) =>
        text.Pulled.Select(fact => (fact.Section, fact.Fact, string.Join('\n', fact.Lines))).Order();
}
