using Mooring.Clinical.Facts;
using Mooring.Clinical.Recognition;

namespace Mooring.Tests.Clinical.Recognition;

/// <summary>Golden/common_conditions.csv, looked up by name alone; its origin stands beside it.</summary>
public class CommonConditions
{
    private const double MostUnrecognized = 0.02;

    private static readonly Recognizer Recognizer = ScreeningContent.Library.Words.Recognizer;

    [Fact]
    public void Leave_at_most_two_in_a_hundred_unrecognized()
    {
        var names = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "common_conditions.csv")).Skip(1).Select(NameIn).ToList();

        var unknown = names.Where(name => !Read(name).IsRecognized).ToList();

        Assert.True(names.Count >= 200, $"{names.Count} names");
        Assert.True(unknown.Count <= names.Count * MostUnrecognized, $"{unknown.Count} of {names.Count}: {string.Join(" | ", unknown)}");
    }

    // What may stand for something dangerous stays unknown, though it is common.
    [Theory]
    [InlineData("Thyroid disease")]
    [InlineData("Heart disease")]
    [InlineData("Lung disease")]
    [InlineData("Nervous breakdown")]
    [InlineData("MS")]
    [InlineData("Brain lesion")]
    public void Stay_unknown_when_the_name_may_mean_several_things(string name) => Assert.False(Read(name).IsRecognized);

    [Theory]
    [InlineData("Sinusitis")]
    [InlineData("Migraine with aura")]
    [InlineData("Eczema")]
    [InlineData("Chronic low back pain")]
    [InlineData("Kidney stones")]
    [InlineData("Appendectomy")]
    [InlineData("Vitamin D deficiency, unspecified")]
    [InlineData("Encounter for immunization")]
    [InlineData("Piedras en el riñón")]
    [InlineData("Dolor de espalda")]
    [InlineData("Hígado graso")]
    [InlineData("Migraña; gastritis; colesterol alto")]
    public void Leave_nothing_open_when_nothing_asks_for_them(string name) => Assert.True(Read(name) is { IsRecognized: true, Sets.Count: 0 });

    private static RecognizedCondition Read(string name) => Recognizer.Of(new Condition(name, null, null, ConditionStatus.Active));

    private static string NameIn(string line)
    {
        var rest = line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..];
        return rest[..rest.LastIndexOf(',')].Trim('"');
    }
}
