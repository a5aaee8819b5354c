using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>A chart in which everything was looked at and nothing is amiss, with what a test adds to it.</summary>
internal static class WholeChart
{
    private static readonly Dictionary<string, double> Normal = new(StringComparer.Ordinal)
    {
        ["systolic"] = 118,
        ["diastolic"] = 74,
        ["spo2"] = 98,
        ["bmi"] = 24,
        ["weight"] = 70,
        ["egfr"] = 95,
        ["tsh"] = 1.5,
        ["qtc"] = 410,
        ["moca"] = 29,
        ["hours-since-alcohol"] = 200,
        ["alt"] = 20,
        ["ast"] = 20,
        ["creatinine"] = 0.8,
        ["eye-pressure"] = 14,
        ["bprs-plus-highest"] = 1,
    };

    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal) { "can-consent", "has-escort" };

    public static IReadOnlyList<RuleFinding> Screened(IReadOnlyList<Condition> conditions, IReadOnlyList<string> medicines, string protocol = "TRD-ESK-IN")
    {
        var library = ScreeningContent.Library;
        var facts = new GivenFacts
        {
            Age = new Quantity(40, "a"),
            Sex = Sex.Female,
            Conditions = [],
            Medicines = [.. medicines.Select(name => new GivenMedicine { Name = name, ChangedAgo = TimeSpan.FromDays(200) })],
            Allergies = [],
            Measured = library.Words.Measures.Values.Where(measure => measure.From != MeasureFrom.Age)
                .ToDictionary(measure => measure.Id, measure => new Quantity(Normal.GetValueOrDefault(measure.Id), measure.Unit), StringComparer.Ordinal),
            Bands = library.Instruments.Values.Where(instrument => instrument.Value.Id == "c-ssrs-screener").ToDictionary(instrument => instrument.Value.Id, _ => "none", StringComparer.Ordinal),
            Answers = library.Words.Questions.Keys.ToDictionary(id => id, Yes.Contains, StringComparer.Ordinal),
            TreatmentResistant = Finding.Met,
        }.ToFacts(library.Words) with
        { Conditions = FactList<Condition>.Reviewed(conditions) };
        return Screen.Evaluate(facts, library.Scopes[protocol], library.ScreeningRules, library.Words, RuleCase.On);
    }
}
