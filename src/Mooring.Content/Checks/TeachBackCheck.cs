using Mooring.Clinical.Consent;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>What patients are asked back can be answered: questions once each, two choices or more, one of them the right one. LIB447.</summary>
internal static class TeachBackCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
    [
        .. library.Consents.SelectMany(form => Of($"consent/{form.Id}.{form.Language}.yaml", form.Questions)),
        .. library.Educations.SelectMany(text => Of($"education/{text.Id}.{text.Language}.yaml", text.Questions)),
    ];

    private static IEnumerable<LibraryFault> Of(string file, IReadOnlyList<TeachBack> questions)
    {
        foreach (var twice in questions.GroupBy(question => question.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return Fault(file, twice.Key, $"The question '{twice.Key}' is given twice.");
        foreach (var question in questions)
        {
            if (question.Choices.Count < 2 || question.Choices.DistinctBy(choice => choice.Id, StringComparer.Ordinal).Count() < question.Choices.Count)
                yield return Fault(file, question.Id, $"The question '{question.Id}' has two choices at least, each with an id of its own.");
            if (question.Choices.All(choice => choice.Id != question.Right))
                yield return Fault(file, question.Id, $"The right answer of '{question.Id}' is '{question.Right}', which is none of its choices.");
        }
    }

    private static LibraryFault Fault(string file, string question, string says) => new("LIB447", file.ToLowerInvariant(), 0, says) { Near = $"id: {question}" };
}
