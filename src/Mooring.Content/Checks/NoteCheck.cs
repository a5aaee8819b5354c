using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Notes;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>
/// Notes and letters can be written as they are laid out: sections once each, facts that have words, writers who may write,
/// and nothing but attendance for whoever does not treat the patient. LIB441 to LIB446.
/// </summary>
internal static class NoteCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
    [
        .. library.Notes.Values.SelectMany(note => Of(note.Value, library).Select(fault => new LibraryFault(fault.Code, note.File, 0, fault.Says) { Near = fault.Near })),
        .. library.Letters.SelectMany(letter => Of(letter).Select(fault => new LibraryFault(fault.Code, $"letters/{letter.Id}.{letter.Language}.yaml", 0, fault.Says))),
        .. library.NoteFacts is not { } facts ? [] : Of(facts.Value).Select(says => new LibraryFault("LIB445", facts.File, 0, says) { Near = "facts:" }),
        .. library.NoteTerms is { Value.Goals: var goals } terms && goals.From >= goals.To ? [new LibraryFault("LIB446", terms.File, 0, "The scale of goals goes upwards.") { Near = "goals:" }] : Array.Empty<LibraryFault>(),
    ];

    private static IEnumerable<(string Code, string Says, string Near)> Of(NoteTemplate note, ClinicalLibrary library)
    {
        foreach (var twice in Twice(note.Sections.Select(section => section.Id)))
            yield return ("LIB441", $"The section '{twice}' is given twice.", $"id: {twice}");
        if (note.Sections.Count == 0 || !note.Sections.Any(section => section.IsOwed))
            yield return ("LIB441", "A note has at least one section that is owed.", "sections:");
        if (note.Kind == NoteKind.Letter)
            yield return ("LIB442", "Letters are laid out in content/letters.", "kind:");
        foreach (var role in note.By.Where(role => library.Roles is { } roles && !roles.Value.Roles.Any(term => term.Role == role && term.Rights.Contains(Right.WriteNotes))))
            yield return ("LIB443", $"The role {YamlRecords.Kebab(role.ToString())} has not the right write-notes.", "by:");
    }

    private static IEnumerable<(string Code, string Says, string Near)> Of(LetterTemplate letter)
    {
        foreach (var twice in Twice(letter.Parts.Select(part => part.Id)))
            yield return ("LIB441", $"The part '{twice}' is given twice.", $"id: {twice}");
        foreach (var place in letter.Parts.SelectMany(part => Placeholders.In(part.Says)).Where(place => !LetterPart.Places.Contains(place)))
            yield return ("LIB442", $"Nothing fills '{place}'; a letter may ask for {string.Join(", ", LetterPart.Places.Order(StringComparer.Ordinal))}.", $"{{{place}}}");
        if (letter.Recipient == Recipient.Employer && (!letter.NeedsAgreement || letter.MayTell.Any(fact => fact != NoteFact.Attendance)))
            yield return ("LIB444", "An employer is told of attendance only, and only when the patient agreed.", "recipient:");
        if (letter.Answers != ReferralAnswer.None && letter.Recipient != Recipient.Referrer)
            yield return ("LIB444", "Only a letter to the referrer answers a referral.", "answers:");
    }

    private static IEnumerable<string> Of(NoteFactWords words) =>
    [
        .. from fact in Enum.GetValues<NoteFact>()
           let count = words.Facts.Count(one => one.Fact == fact)
           where count != 1
           select $"The words of {YamlRecords.Kebab(fact.ToString())} are given once, not {count} times.",
        .. from word in words.Facts
           from line in NoteContent.LinesOf(word.Fact)
           where !word.Lines.ContainsKey(line)
           select $"{YamlRecords.Kebab(word.Fact.ToString())} has no line '{line}'.",
        .. from word in words.Facts
           from line in word.Lines
           where line.Value.Es is null || !Placeholders.In(line.Value.En).Order(StringComparer.Ordinal).SequenceEqual(Placeholders.In(line.Value.Es).Order(StringComparer.Ordinal))
           select $"'{line.Key}' of {YamlRecords.Kebab(word.Fact.ToString())} asks for the same in English and Spanish.",
    ];

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);
}
