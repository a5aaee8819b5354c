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

        var score = Add(instrument, new(instrument, answers));
        if (instrument.Outcome is not { } outcome || score.Total is not { } total)
            return score;

        var before = earlier is null ? null : Add(instrument, new(instrument, earlier)).Total;
        return score with
        {
            Remission = outcome.IsRemission(total),
            Response = before is { } first ? outcome.IsResponse(first, total) : null,
            ReliableChange = before is { } start ? outcome.IsReliableChange(start, total) : null,
            ImportantChange = before is { } then ? outcome.IsImportantChange(then, total) : null,
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
                    $"{answer} is not a choice of item {item.Id} of {instrument.Id}; choices are {Choices(instrument.ChoicesOf(item))}."),
                    string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]"));
            }
        }
    }

    private static Score Add(Instrument instrument, Counted counted)
    {
        var prorated = !counted.IsComplete && MayProrate(instrument, counted);
        var total = Total(instrument, counted, prorated);
        var parts = instrument.Subscales.ToDictionary(scale => scale.Id, scale => counted.Come(scale.Scoring, scale.Items));
        var raised = instrument.Flags.Where(flag => flag.Thresholds.All(limit => Reached(limit) >= limit.AtLeast)).ToList();
        return new(
            instrument.Id,
            total,
            instrument.Scoring == ScoringMethod.Triage ? Level(instrument, counted) : total is { } sum ? instrument.BandOf(sum)?.Id : null,
            parts,
            [.. raised.Select(flag => flag.Id), .. Unanswered(instrument, counted), .. Patterned(instrument, counted)],
            [.. raised.Select(flag => flag.Opens).OfType<string>().Distinct()],
            prorated,
            counted.IsComplete,
            null,
            null,
            null);

        double? Reached(Threshold limit) => limit switch
        {
            { Item: { } item } => counted[item],
            { Subscale: { } scale } => parts[scale],
            _ => total,
        };
    }

    private static double? Total(Instrument instrument, Counted counted, bool prorated) =>
        instrument.Scoring is ScoringMethod.Triage or ScoringMethod.None || counted.Come(instrument.Scoring, counted.OfTotal, prorated) is not { } total
            ? null
            : Math.Min(total, instrument.TotalAtMost ?? total);

    private static bool MayProrate(Instrument instrument, Counted counted) => instrument.Proration is { } proration
        && counted.Missing.Count <= proration.MissingAtMost && !counted.Missing.Intersect(proration.NeverMissing).Any();

    /// <summary>The gravest level with a yes, unless an item of a graver one is still unanswered.</summary>
    private static string? Level(Instrument instrument, Counted counted)
    {
        foreach (var level in instrument.Triage)
        {
            if (level.AnyOf.Any(item => counted[item] == 1))
                return level.Id;
            if (level.AnyOf.Any(counted.IsUnanswered))
                return null;
        }

        return "none";
    }

    // A safety item without an answer is not a "no".
    private static IEnumerable<string> Unanswered(Instrument instrument, Counted counted) => instrument.Flags
        .Where(flag => flag.Opens is not null && flag.Item is { } item && counted.IsUnanswered(item))
        .Select(flag => $"{flag.Id}-unanswered");

    private static IEnumerable<string> Patterned(Instrument instrument, Counted counted)
    {
        if (instrument.Pattern is { } pattern && instrument.Subscales.Where(scale => scale.Needs is not null).All(scale =>
                scale.Items.Count(item => counted[item] >= pattern.ItemAtLeast) >= scale.Needs))
            yield return pattern.Flag;
    }

    private static string Choices(IReadOnlyList<Choice> choices) => choices.Count > 12
        ? string.Create(CultureInfo.InvariantCulture, $"{choices[0].Value} to {choices[^1].Value}")
        : string.Join(", ", choices.Select(choice => choice.Value.ToString(CultureInfo.InvariantCulture)));
}
