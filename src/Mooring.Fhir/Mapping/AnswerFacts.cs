using Mooring.Clinical.Facts;
using Mooring.Fhir.Reading;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>A yes or no to a question of ours, from one form.</summary>
/// <param name="IsFinished">False for a form that is still being filled in, or was given up.</param>
internal sealed record FormAnswer(string Question, bool Is, Moment? At, bool IsFinished);

/// <summary>
/// Answers of questionnaires, in groups and below other answers too. An item is known by its linkId, or the end of it: the
/// name of a question of ours, the LOINC code of a measure, or that of an instrument's item.
/// </summary>
internal static class AnswerFacts
{
    public static string Status(R4.QuestionnaireResponse response) => (response.StatusElement?.JsonValue as string ?? "").Trim();

    public static IEnumerable<FormAnswer> Answers(R4.QuestionnaireResponse response, FhirTerms terms, Moment? at)
    {
        var isFinished = Status(response) is "" or "completed" or "amended";
        return from item in Items(response.Item)
               let question = terms.Questions.FirstOrDefault(known => known == item.LinkId || known == Last(item.LinkId))
               where question is not null
               let said = item.Answer.Select(answer => ReadValue.Of(answer?.Value, null, null)).OfType<ReadValue>()
                   .Where(read => read is { Doubt: null, Value: { Unit: "1", Value: 0 or 1 } }).Select(read => read.Value.Value.Equals(1)).Distinct().ToList()
               where said.Count == 1
               select new FormAnswer(question, said[0], at, isFinished);
    }

    public static IEnumerable<Observation> Values(R4.QuestionnaireResponse response, FhirTerms terms, DateTimeOffset at, string? inDoubt)
    {
        var doubt = Status(response) is "" or "completed" or "amended" ? inDoubt : "from an unfinished form";
        var instrument = terms.Instruments.FirstOrDefault(each => response.Questionnaire is { } form && (form.Split('|')[0].EndsWith($"/{each.Id}", StringComparison.Ordinal)
            || (each.LoincPanel is { } panel && form.Contains(panel, StringComparison.Ordinal))));
        return from item in Items(response.Item)
               let last = Last(item.LinkId)
               let code = terms.IsAsked(last) ? last : instrument?.Items.FirstOrDefault(each => each.Id == last)?.Loinc
               where code is not null
               from answer in item.Answer
               from value in ObservationFacts.Part(new R4.CodeableConcept("http://loinc.org", code), answer?.Value, [], [], terms, at, doubt)
               select value;
    }

    private static IEnumerable<R4.QuestionnaireResponse.ItemComponent> Items(IEnumerable<R4.QuestionnaireResponse.ItemComponent?> items) =>
        items.OfType<R4.QuestionnaireResponse.ItemComponent>()
            .SelectMany(item => new[] { item }.Concat(Items(item.Item)).Concat(item.Answer.OfType<R4.QuestionnaireResponse.AnswerComponent>().SelectMany(answer => Items(answer.Item))));

    private static string Last(string? linkId) => linkId?.Split('/', '#')[^1] ?? "";
}
