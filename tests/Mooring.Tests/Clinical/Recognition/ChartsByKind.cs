using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Screening;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>
/// Golden/charts_by_kind.tsv: what people tried to get past the rules with, written down before the vocabulary was read, and
/// what each must do in an otherwise clear chart. "RULE" is met, "RULE?" unknown, "set ID" is found, "open" is not
/// recognized, "nothing" is known and leaves nothing open.
/// </summary>
public class ChartsByKind
{
    private static readonly IReadOnlyList<string[]> Rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "charts_by_kind.tsv")).Skip(1).Select(line => line.Split('\t'))];

    private static readonly IReadOnlyList<string> Protocols = ["TRD-ESK-IN", "TRD-IV-STD", "EOL-SC"];

    public static TheoryData<string, string> Kinds => [.. Rows.Select(row => (row[0], row[1])).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Meet_their_rule_or_leave_it_open(string of, string kind) =>
        Assert.Empty(Rows.Where(row => row[0] == of && row[1] == kind).SelectMany(row => row[3].Split("; ").Where(expected => !Does(of, row[2], expected)).Select(expected => $"{row[2]}: {expected}")));

    // The canary: the table would see a danger that nothing meets.
    [Theory]
    [InlineData("condition", "Sinusitis", "CI-ICH", false)]
    [InlineData("condition", "Brain bleed", "CI-ICH", true)]
    [InlineData("condition", "Blorbosis", "nothing", false)]
    [InlineData("medicine", "vitamin d", "set mao-inhibitors", false)]
    [InlineData("medicine", "vitamin d", "open", false)]
    public void Would_be_seen(string of, string text, string expected, bool does) => Assert.Equal(does, Does(of, text, expected));

    private static bool Does(string of, string text, string expected)
    {
        var recognizer = ScreeningContent.Library.Words.Recognizer;
        var condition = of == "medicine" ? null : new Condition(of == "icd" ? "" : text, of == "icd" ? text : null, null, ConditionStatus.Active);
        var (sets, isKnown) = condition is null
            ? (recognizer.Of(new Medicine(text, null, IsTaken: true)) is var medicine ? medicine.Sets : null!, medicine.IsRecognized)
            : (recognizer.Of(condition) is var read ? read.Sets.Where(found => found.Doubt is null).Select(found => found.Set).ToHashSet(StringComparer.Ordinal) : null!, read.IsRecognized);
        return expected switch
        {
            "open" => !isKnown,
            "nothing" => isKnown && (condition is null || Findings(condition).All(finding => finding.Finding != Finding.Unknown)),
            ['s', 'e', 't', ' ', .. var set] => sets.Contains(set),
            [.. var rule, '?'] => Findings(condition!).Any(finding => finding.Rule == rule && finding.Finding == Finding.Unknown),
            _ => Findings(condition!).Any(finding => finding.Rule == expected && finding.Finding == Finding.Met),
        };
    }

    private static IEnumerable<RuleFinding> Findings(Condition condition) => Protocols.SelectMany(protocol => WholeChart.Screened([condition], [], protocol));
}
