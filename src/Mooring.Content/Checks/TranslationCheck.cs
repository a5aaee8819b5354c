using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Education;
using Mooring.Clinical.Notes;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>
/// A text says the same in every language: same version, same parts, same number of paragraphs, same numbers. Whether it
/// says it well, a person must read.
/// </summary>
internal static class TranslationCheck
{
    private static readonly string[] Languages = ["en", "es"];

    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
    [
        .. Compare(library.Consents.Select(form => ($"consent/{form.Id}.", form.Language, Parts(form)))),
        .. Compare(library.Educations.Select(text => ($"education/{text.Id}.", text.Language, Parts(text)))),
        .. Compare(library.Letters.Select(letter => ($"letters/{letter.Id}.", letter.Language, Parts(letter)))),
        .. Compare(library.Interface.Select(file => ("interface/", file.Language, file.Texts.Keys.ToArray()))),
    ];

    private static IEnumerable<LibraryFault> Compare(IEnumerable<(string File, string Language, string[] Parts)> texts)
    {
        foreach (var same in texts.GroupBy(text => text.File))
        {
            foreach (var missing in Languages.Except(same.Select(text => text.Language)))
                yield return new("LIB180", $"{same.Key}{missing}.yaml", 0, "The text is missing in this language.");

            var first = same.OrderBy(text => text.Language, StringComparer.Ordinal).First();
            foreach (var other in same.Where(text => text.Language != first.Language))
            {
                var apart = first.Parts.Except(other.Parts).Concat(other.Parts.Except(first.Parts)).ToList();
                if (apart.Count > 0)
                    yield return new("LIB181", $"{same.Key}{other.Language}.yaml", 0, $"It differs from '{first.Language}' in: {string.Join("; ", apart)}.") { Near = "language:" };
            }
        }
    }

    private static string[] Parts(ConsentForm form) =>
    [
        $"version {form.Version}", $"label {form.Label}", $"valid for {form.ValidFor}",
        .. form.Sections.Select(section => $"section {section.Id} with {section.Paragraphs.Count} paragraphs"),
        .. form.Sections.SelectMany(section => section.Paragraphs.Select((paragraph, at) => $"scope of {section.Id} {at}: {paragraph.Scope}; cites {Cited(paragraph.Because)}")),
        .. form.Effects.Select(effect => $"effect {effect.Id} {effect.Treated} {effect.Compared} {effect.Scope}"),
        .. form.Statements.Select(statement => $"statement {statement.Id} {statement.Scope}"),
        .. form.Permissions.Select(permission => $"permission {permission.Id} {permission.Scope}"),
        .. Parts(form.Questions),
    ];

    private static string[] Parts(EducationText text) =>
    [
        $"version {text.Version}",
        .. text.Words.Keys.Select(word => $"word {word}"),
        .. text.Sections.Select(section => $"section {section.Id} with {section.Paragraphs.Count} paragraphs, urgent {section.Urgent}"),
        .. text.Sections.SelectMany(section => section.Paragraphs.Select((paragraph, at) =>
            $"scope of {section.Id} {at}: {paragraph.Scope}; asks for {string.Join(' ', Placeholders.In(paragraph.Says).Order(StringComparer.Ordinal))}; cites {Cited(paragraph.Because)}")),
        .. Parts(text.Questions),
    ];

    private static IEnumerable<string> Parts(IEnumerable<TeachBack> questions) =>
        questions.Select(question => $"question {question.Id} {string.Join(' ', question.Choices.Select(choice => choice.Id))} right {question.Right} {question.Scope}");

    private static string[] Parts(LetterTemplate letter) =>
    [
        $"version {letter.Version}", $"recipient {letter.Recipient}", $"answers {letter.Answers}", $"needs agreement {letter.NeedsAgreement}",
        .. letter.Parts.Select(part => $"part {part.Id} tells {string.Join(' ', part.Tells)}; asks for {string.Join(' ', Placeholders.In(part.Says).Order(StringComparer.Ordinal))}"),
    ];

    private static string Cited(IEnumerable<Because> because) => string.Join(' ', because.Select(each => each.Source));
}
