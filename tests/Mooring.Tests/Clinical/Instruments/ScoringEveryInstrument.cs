using System.Globalization;
using Mooring.Clinical.Instruments;

namespace Mooring.Tests.Clinical.Instruments;

public class ScoringEveryInstrument
{
    private static readonly IReadOnlyList<Instrument> Instruments = [.. ScreeningContent.Library.Instruments.Values.Select(item => item.Value)];

    /// <summary>Every instrument with its lowest and highest total by its authors; null where it has none.</summary>
    public static TheoryData<string, double?, double?> Ranges => new()
    {
        { "aldrete", 0, 10 }, { "audit-c", 0, 12 }, { "bpi-sf", 0, 10 }, { "bprs-plus", 4, 28 }, { "c-ssrs-screener", null, null }, { "c-ssrs-since-last", null, null },
        { "cadss", 0, 92 }, { "cadss-6", 0, 24 }, { "craving-last-week", 0, 10 }, { "dast-10", 0, 10 }, { "ebi", 0, 100 }, { "gad-7", 0, 21 }, { "ham-d17", 0, 52 },
        { "icpi", 0, 16 }, { "icsi", 0, 20 }, { "isi", 0, 28 }, { "kset-acute", null, null }, { "kset-baseline", null, null },
        { "kset-follow-up", null, null }, { "kset-screening", null, null }, { "madrs", 0, 60 }, { "mdq", 0, 13 }, { "meq-30", 0, 100 },
        { "mini-cog", 0, 5 }, { "moaa-s", 0, 5 }, { "moca", 0, 30 }, { "nrs-pain", 0, 10 }, { "padss", 0, 10 }, { "pcl-5", 0, 80 }, { "pcl-5-week", 0, 80 },
        { "peg", 0, 10 }, { "phq-2", 0, 6 }, { "phq-9", 0, 27 }, { "qids-sr16", 0, 27 }, { "rass", -5, 4 }, { "six-cit", 0, 28 },
        { "slums", 0, 30 }, { "stop-bang", 0, 8 }, { "urinary-screen", 0, 6 }, { "use-last-week", 0, 7 }, { "who-5", 0, 100 }, { "whodas-12", 0, 48 },
        { "wsas", 0, 40 }, { "y-bocs", 0, 40 }, { "ymrs", 0, 60 },
    };

    [Fact]
    public void Knows_the_range_of_every_instrument_there_is() =>
        Assert.Equal(Instruments.Select(instrument => instrument.Id).Order(StringComparer.Ordinal), Ranges.Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Goes_from_the_lowest_total_to_the_highest(string id, double? lowest, double? highest)
    {
        var instrument = ScreeningContent.Library.Instruments[id].Value;

        Assert.Equal((lowest, highest), (At(instrument, item => Ends(instrument, item, best: false)), At(instrument, item => Ends(instrument, item, best: true))));
        if (instrument.Bands.Count > 0)
            Assert.Equal((lowest, highest), (instrument.Bands.Min(band => band.From), instrument.Bands.Max(band => band.To)));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public void Ten_thousand_sheets_crash_none_and_stay_in_range(string culture)
    {
        CultureInfo.CurrentCulture = new(culture);
        var random = new Random(4711);
        var ranges = Ranges.ToDictionary(row => row.Data.Item1, row => (Lowest: row.Data.Item2, Highest: row.Data.Item3));
        for (var sheet = 0; sheet < 10_000; sheet++)
        {
            var instrument = Instruments[sheet % Instruments.Count];
            var open = random.Next(3) * 4;
            int?[] answers = [.. instrument.Items.Select(item => random.Next(50) < open ? null : Any(random, instrument.ChoicesOf(item)))];

            var score = instrument.Score(answers, answers).Value!;

            var (lowest, highest) = ranges[instrument.Id];
            Assert.True(score.Total is null || (score.Total >= lowest && score.Total <= highest), $"sheet {sheet} of {instrument.Id}: {score.Total}");
            Assert.Equal(score.Total is not null && instrument.Bands.Count > 0, score.Band is not null && instrument.Triage.Count == 0);
            Assert.NotEqual(true, score.Response);
            Assert.NotEqual(true, score.ReliableChange);
        }
    }

    [Fact]
    public void Reads_no_text_that_its_license_does_not_give_away() =>
        Assert.All(Instruments.Where(instrument => !instrument.TextMayBeShipped), instrument => Assert.DoesNotContain(instrument.Items, item => item.Text is not null));

    [Theory]
    [InlineData("phq-9")]
    [InlineData("qids-sr16")]
    [InlineData("madrs")]
    [InlineData("ham-d17")]
    [InlineData("c-ssrs-screener")]
    public void A_yes_about_suicide_opens_the_risk_step(string id)
    {
        var instrument = ScreeningContent.Library.Instruments[id].Value;
        var flags = instrument.Flags.Where(flag => flag.Opens is not null).ToList();

        Assert.NotEmpty(flags);
        Assert.All(flags, flag => Assert.Equal(["suicide-risk"], instrument.Score([.. instrument.Items.Select(item => (int?)(item.Id == flag.Item ? 1 : 0))]).Value!.Opens));
        Assert.Empty(instrument.Score([.. instrument.Items.Select(_ => (int?)0)]).Value!.Opens);
    }

    private static double? At(Instrument instrument, Func<Item, int> answer) => instrument.Score([.. instrument.Items.Select(item => (int?)answer(item))]).Value!.Total;

    private static int Ends(Instrument instrument, Item item, bool best) => best != item.Reversed
        ? instrument.ChoicesOf(item).Max(choice => choice.Value)
        : instrument.ChoicesOf(item).Min(choice => choice.Value);

    private static int? Any(Random random, IReadOnlyList<Choice> choices) => choices[random.Next(choices.Count)].Value;
}
