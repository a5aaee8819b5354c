using System.Globalization;
using Mooring.Clinical.Education;
using Mooring.Clinical.Instruments;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Writing;

/// <summary>What was answered: questionnaires, forms of the clinic's own, and what a text asked back.</summary>
internal static class Responses
{
    private const string Own = "urn:mooring";

    /// <param name="asked">As it was when it was answered; null where its text was not kept, and the answers stand by their number.</param>
    public static R4.QuestionnaireResponse Of(AnswerSheet sheet, Instrument? asked, R4.ResourceReference subject) => new()
    {
        Id = sheet.Id.ToString(),
        Questionnaire = string.Create(CultureInfo.InvariantCulture, $"{Own}:questionnaire:{sheet.Instrument}|{sheet.InstrumentVersion}"),
        Status = R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed,
        Subject = subject,
        AuthoredElement = new(sheet.TakenAt ?? sheet.StartedAt),
        Author = new() { Display = sheet.By.Name },
        Item =
        [
            .. from one in sheet.Answers.Select((answer, at) => (Answer: answer, Item: asked?.Items.ElementAtOrDefault(at), Number: at + 1))
               where one.Answer is not null
               select Item(one.Item?.Id ?? one.Number.ToString(CultureInfo.InvariantCulture), one.Item?.Text?.En ?? one.Item?.About, Chosen(asked, one.Item, one.Answer.GetValueOrDefault())),
            .. sheet.Score?.Total is { } total ? [Item("total", asked is null ? "Total" : $"{asked.Title.En}, total", new R4.FhirDecimal((decimal)total))] : Array.Empty<R4.QuestionnaireResponse.ItemComponent>(),
        ],
    };

    public static R4.QuestionnaireResponse Of(TeachBackTry answered, R4.ResourceReference subject) => new()
    {
        Id = StableIds.Of($"asked-back/{subject.Reference}/{answered.Text}/{answered.At.UtcTicks}").ToString(),
        Questionnaire = string.Create(CultureInfo.InvariantCulture, $"{Own}:asked-back:{answered.Text}|{answered.Version}"),
        Status = R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed,
        Language = answered.Language,
        Subject = subject,
        AuthoredElement = new(answered.At),
        Author = new() { Display = answered.By.Name },
        Item = [.. answered.Answers.Select(answer => Item(answer.Question, answer.Asks, new R4.Coding($"{Own}:asked-back", answer.IsRight ? "right" : "wrong", answer.Says)))],
    };

    private static R4.Coding Chosen(Instrument? asked, Item? item, int answer) => new(
        $"{Own}:answer", answer.ToString(CultureInfo.InvariantCulture), item is null ? null : asked!.ChoicesOf(item).FirstOrDefault(choice => choice.Value == answer)?.Says);

    private static R4.QuestionnaireResponse.ItemComponent Item(string id, string? text, R4.DataType value) => new() { LinkId = id, Text = text, Answer = [new() { Value = value }] };
}
