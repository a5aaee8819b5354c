using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Library;

/// <summary>A screening rule as sentences: when it speaks, what not knowing means, who may pass it, and its worked cases.</summary>
internal static class RulePages
{
    public static IReadOnlyList<ContentNode> Parts(ScreeningRule rule, Vocabulary words) =>
    [
        new("The rule", rule.Says),
        new("What it asks") { InSections = true, Parts = [.. rule.Grades.Select(grade => Graded(grade, words))] },
        new("Rests on") { Because = rule.Because },
        new("Worked cases") { Parts = [.. rule.Cases.Select(each => Worked(each, words))] },
    ];

    private static ContentNode Graded(Grade grade, Vocabulary words) => new(Title(grade), grade.Says)
    {
        Parts =
        [
            new("When", Sentence(CriterionWords.Of(grade.When, words))),
            new("When that is not known", NotKnown(grade.Unknown)),
            new("Consider", grade.Consider),
            new("Who may pass it", Who(grade.Override)),
        ],
    };

    private static string Title(Grade grade) => grade.Level switch
    {
        Level.Block => "Block",
        Level.Hold => "Hold",
        Level.Caution => "Caution",
        _ => "Info",
    } + (grade.Applies switch { RuleScope.Racemic => ", for racemic ketamine", RuleScope.Esketamine => ", for esketamine", _ => "" });

    private static string NotKnown(Level level) => level switch
    {
        Level.Block => "It counts as a block: nobody is found eligible before it is known.",
        Level.Hold => "It counts as a hold: it must be found out first.",
        Level.Caution => "It is shown as unknown, to be taken care of.",
        _ => "It is shown as unknown and asks for nothing.",
    };

    public static string Who(Override may) => may switch
    {
        Override.Nobody => "Nobody.",
        Override.PrescriberAndDirector => "The prescriber together with the medical director, with a reason.",
        Override.PrescriberAfterAction => "The prescriber, once what is asked for is done and written down.",
        Override.Prescriber => "The prescriber, with a reason.",
        _ => "Nothing to pass.",
    };

    private static ContentNode Worked(RuleCase worked, Vocabulary words) => new(worked.Case)
    {
        Parts =
        [
            new("What is known", Given(worked, words)),
            new("Expected", worked.Expect switch { Finding.Met => "met", Finding.NotMet => "not met", _ => "unknown" } + (worked.At is { } at ? $", {at.ToString().ToLowerInvariant()}" : "")),
        ],
    };

    private static string Given(RuleCase worked, Vocabulary words)
    {
        var given = worked.Given;
        List<string> known = [];
        if (given.Age is { } age)
            known.Add(string.Create(CultureInfo.InvariantCulture, $"{age.Value} years old"));
        if (given.Sex != Sex.Unknown)
            known.Add(given.Sex.ToString().ToLowerInvariant());
        if (given.Conditions is { } conditions)
            known.Add(conditions.Count == 0 ? "a reviewed problem list without it" : $"conditions {string.Join(", ", conditions.Select(Condition))}");
        if (given.Medicines is { } medicines)
            known.Add(medicines.Count == 0 ? "takes no medicine" : string.Join(", ", medicines.Select(Medicine)));
        if (given.Allergies is { } allergies)
            known.Add(allergies.Count == 0 ? "no allergies" : $"allergic to {string.Join(", ", allergies)}");
        known.AddRange(given.Measured.Select(pair => $"{(words.Measures.TryGetValue(pair.Key, out var measure) ? measure.Title : pair.Key)} {pair.Value}{(given.TakenAgo.TryGetValue(pair.Key, out var ago) ? $", {ContentTree.Plain(ago)} ago" : "")}"));
        known.AddRange(given.Bands.Select(pair => $"{pair.Key} {pair.Value}"));
        known.AddRange(given.Answers.Select(pair => $"{(words.Questions.TryGetValue(pair.Key, out var question) ? question.Asks : pair.Key)} {(pair.Value ? "Yes" : "No")}"));
        if (given.TreatmentResistant != Finding.Unknown)
            known.Add(given.TreatmentResistant == Finding.Met ? "treatment-resistant" : "not treatment-resistant");
        if (worked.TreatsSubstanceUse)
            known.Add("the protocol treats substance use");
        return known.Count == 0 ? "nothing" : string.Join("; ", known);
    }

    private static string Medicine(GivenMedicine medicine) =>
        $"{(medicine.Taken && medicine.StoppedAgo is null ? "takes" : "took")} {medicine.Name ?? $"RxNorm {medicine.Rxnorm}"}"
        + (medicine.StoppedAgo is { } stopped ? $" until {ContentTree.Plain(stopped)} ago" : "")
        + (medicine.ChangedAgo is { } changed ? $", changed {ContentTree.Plain(changed)} ago" : "");

    private static string Condition(GivenCondition condition) =>
        $"{condition.Name ?? condition.Code ?? $"SNOMED CT {condition.Snomed}"}{(condition.Status == ConditionStatus.Active ? "" : $" ({condition.Status.ToString().ToLowerInvariant()})")}";

    private static string Sentence(string words) => Words.Begun(words) + ".";
}
