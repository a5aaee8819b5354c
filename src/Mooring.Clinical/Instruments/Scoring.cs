using System.Globalization;

namespace Mooring.Clinical.Instruments;

/// <summary>Scores a sheet by what its instrument's file says.</summary>
public static class Scoring
{
    /// <summary>
    /// The score, with the change since <paramref name="earlier"/> where one is given. Refusals: SCR102 for a wrong number
    /// of answers, SCR103 for an answer outside the item's choices.
    /// </summary>
    public static Outcome<Score> Score(this Instrument instrument, IReadOnlyList<int?> answers, IReadOnlyList<int?>? earlier = null)
    {
        IReadOnlyList<Refusal> refusals = [.. Check(instrument, answers, "answers"), .. earlier is null ? [] : Check(instrument, earlier, "earlier")];
        if (refusals.Count > 0)
            return Outcome<Score>.Refuse(refusals);

        var score = Add(instrument, answers);
        if (instrument.Outcome is not { } outcome || score.Total is not { } total)
            return score;

        var before = earlier is null ? null : Add(instrument, earlier).Total;
        return score with
        {
            Remission = outcome.IsRemission(total),
            Response = before is { } first ? outcome.IsResponse(first, total) : null,
            ReliableChange = before is { } start ? outcome.IsReliableChange(start, total) : null,
        };
    }

    private static IEnumerable<Refusal> Check(Instrument instrument, IReadOnlyList<int?> answers, string at)
    {
        var least = instrument.Items.Count(item => item.Scored);
        if (answers.Count < least || answers.Count > instrument.Items.Count)
        {
            yield return new("SCR102", string.Create(CultureInfo.InvariantCulture,
                $"{instrument.Id} has {least} scored items, {answers.Count} answers were given; use - for an unanswered item."), at);
            yield break;
        }

        foreach (var (index, item) in instrument.Items.Take(answers.Count).Index())
        {
            if (answers[index] is { } answer && instrument.ChoicesOf(item).All(choice => choice.Value != answer))
            {
                yield return new("SCR103", string.Create(CultureInfo.InvariantCulture,
                    $"{answer} is not a choice of item {item.Id} of {instrument.Id}; choices are {string.Join(", ", instrument.ChoicesOf(item).Select(choice => choice.Value))}."),
                    string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]"));
            }
        }
    }

    private static Score Add(Instrument instrument, IReadOnlyList<int?> answers)
    {
        var given = instrument.Items.Take(answers.Count).Index().Where(each => each.Item.Scored).ToList();
        var asked = given.Where(each => instrument.Asks(each.Item, answers) != Finding.NotMet).ToDictionary(each => each.Item.Id, each => answers[each.Index]);
        var missing = asked.Where(each => each.Value is null).Select(each => each.Key).ToList();
        var complete = missing.Count == 0;

        if (instrument.Scoring == ScoringMethod.Triage)
        {
            var level = TriageOf(instrument, asked);
            return new(instrument.Id, null, level, Empty, Flags(instrument, asked, null), Opens(instrument, asked, null), false, complete, null, null, null);
        }

        var prorated = !complete && MayProrate(instrument.Proration, missing, asked.Count);
        var total = complete || prorated ? Total(instrument.Scoring, asked) : null;
        IReadOnlyList<string> flags = [.. Flags(instrument, asked, total), .. Patterned(instrument, asked)];
        return new(instrument.Id, total, total is { } sum ? instrument.Bands.FirstOrDefault(band => sum >= band.From && sum <= band.To)?.Id : null,
            Subscores(instrument, asked), flags, Opens(instrument, asked, total), prorated, complete, null, null, null);
    }

    private static readonly IReadOnlyDictionary<string, double?> Empty = new Dictionary<string, double?>();

    private static bool MayProrate(Proration? proration, List<string> missing, int asked) => proration is not null
        && missing.Count <= proration.MissingAtMost && missing.Count < asked && !missing.Intersect(proration.NeverMissing).Any();

    private static double? Total(ScoringMethod method, Dictionary<string, int?> asked)
    {
        var answered = asked.Values.OfType<int>().ToList();
        return method == ScoringMethod.Mean
            ? Math.Round(answered.Average(), 1, MidpointRounding.AwayFromZero)
            : Math.Round((double)answered.Sum() / answered.Count * asked.Count, MidpointRounding.AwayFromZero);
    }

    /// <summary>The gravest level with a yes, unless an item of a graver one is still unanswered.</summary>
    private static string? TriageOf(Instrument instrument, Dictionary<string, int?> asked)
    {
        foreach (var level in instrument.Triage)
        {
            var answers = level.AnyOf.Where(asked.ContainsKey).Select(item => asked[item]).ToList();
            if (answers.Contains(1))
                return level.Id;
            if (answers.Contains(null))
                return null;
        }

        return "none";
    }

    private static Dictionary<string, double?> Subscores(Instrument instrument, Dictionary<string, int?> asked) => instrument.Subscales.ToDictionary(
        scale => scale.Id, scale => scale.Items.All(item => asked.GetValueOrDefault(item) is not null) ? scale.Items.Sum(item => (double)asked[item]!) : (double?)null);

    private static IEnumerable<Flag> Raised(Instrument instrument, Dictionary<string, int?> asked, double? total) => instrument.Flags.Where(flag =>
        (flag.Item is null ? total : asked.GetValueOrDefault(flag.Item)) >= flag.AtLeast);

    private static List<string> Flags(Instrument instrument, Dictionary<string, int?> asked, double? total)
    {
        List<string> flags = [.. Raised(instrument, asked, total).Select(flag => flag.Id)];
        // A safety item without an answer is not a "no".
        flags.AddRange(instrument.Flags.Where(flag => flag.Item is { } item && flag.Opens is not null && asked.ContainsKey(item) && asked[item] is null)
            .Select(flag => $"{flag.Id}-unanswered"));
        return flags;
    }

    private static List<string> Opens(Instrument instrument, Dictionary<string, int?> asked, double? total) =>
        [.. Raised(instrument, asked, total).Select(flag => flag.Opens).OfType<string>().Distinct()];

    private static IEnumerable<string> Patterned(Instrument instrument, Dictionary<string, int?> asked)
    {
        if (instrument.Pattern is { } pattern && instrument.Subscales.All(scale =>
                scale.Items.Count(item => asked.GetValueOrDefault(item) >= pattern.ItemAtLeast) >= scale.Needs))
            yield return pattern.Flag;
    }
}
