using System.Globalization;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Rules;

/// <summary>
/// A value beside its limit, in the measure's unit; exactly one limit is given. A value in another unit, or none within
/// the time asked for, is unknown. The newest counts, or the mean of those of the newest <see cref="MeanOver"/>.
/// </summary>
public sealed record Compare : Criterion
{
    public required string What { get; init; }

    public Quantity? AtLeast { get; init; }

    public Quantity? Over { get; init; }

    public Quantity? AtMost { get; init; }

    public Quantity? Below { get; init; }

    public TimeSpan? Within { get; init; }

    public TimeSpan? MeanOver { get; init; }

    public IReadOnlyList<Quantity> Limits => [.. new[] { AtLeast, Over, AtMost, Below }.OfType<Quantity>()];

    public override Judged Judge(RuleContext context)
    {
        var measure = context.Words.Measures[What];
        var read = Values(measure, context).Where(value => value.At <= context.On && (Within is null || context.On - value.At <= Within))
            .OrderByDescending(value => value.At).ToList();
        if (read.Count == 0)
            return new(Finding.Unknown, new FactUsed(measure.Title, null));

        var counted = read.Where(value => value == read[0] || (MeanOver is { } span && read[0].At - value.At <= span)).ToList();
        var at = counted[0].At;
        if (counted.Any(value => value.Value.Unit != measure.Unit))
            return new(Finding.Unknown, new FactUsed(measure.Title, $"{counted[0].Value}, expected in {measure.Unit}", at));

        var mean = counted.Average(value => value.Value.Value);
        var shown = string.Create(CultureInfo.InvariantCulture, $"{mean:0.##} {measure.Unit}{(counted.Count > 1 ? $" (mean of {counted.Count})" : "")}");
        return new(Passes(mean) ? Finding.Met : Finding.NotMet, new FactUsed(measure.Title, shown, measure.From == MeasureFrom.Age ? null : at));
    }

    private bool Passes(double value) =>
        (AtLeast is null || value >= AtLeast.Value.Value)
        && (Over is null || value > Over.Value.Value)
        && (AtMost is null || value <= AtMost.Value.Value)
        && (Below is null || value < Below.Value.Value);

    private static IEnumerable<(Quantity Value, DateTimeOffset At)> Values(Measure measure, RuleContext context) => measure.From switch
    {
        MeasureFrom.Age => context.Facts.AgeOn(context.Today) is { } years ? [(new Quantity(years, "a"), context.On)] : [],
        MeasureFrom.Score => from sheet in context.Facts.Scores
                             where sheet.Instrument == measure.Code && sheet.Total is not null
                             select (new Quantity(sheet.Total!.Value, "{score}"), sheet.At),
        _ => from seen in context.Facts.Observations where seen.Code == measure.Code select (seen.Value, seen.At),
    };
}

/// <summary>The newest value is older than this. Where none was ever taken, that is unknown.</summary>
public sealed record OlderThan : Criterion
{
    public required string What { get; init; }

    public required TimeSpan Age { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var measure = context.Words.Measures[What];
        var times = context.Facts.Observations.Where(seen => seen.Code == measure.Code && seen.At <= context.On).Select(seen => seen.At).ToList();
        if (times.Count == 0)
            return new(Finding.Unknown, new FactUsed(measure.Title, null));

        var newest = times.Max();
        return new(context.On - newest > Age ? Finding.Met : Finding.NotMet, new FactUsed(measure.Title, "last taken", newest));
    }
}

/// <summary>The newest sheet of an instrument fell into one of these bands.</summary>
public sealed record BandIs : Criterion
{
    public required string Of { get; init; }

    public required IReadOnlyList<string> In { get; init; }

    public TimeSpan? Within { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var newest = context.Facts.Scores
            .Where(sheet => sheet.Instrument == Of && sheet.At <= context.On && (Within is null || context.On - sheet.At <= Within))
            .MaxBy(sheet => sheet.At);
        return newest?.Band is { } band
            ? new(In.Contains(band) ? Finding.Met : Finding.NotMet, new FactUsed(Of, band, newest.At))
            : new(Finding.Unknown, new FactUsed(Of, null));
    }
}

/// <summary>The answer to a named question.</summary>
public sealed record AnswerIs : Criterion
{
    public required string To { get; init; }

    public required bool Is { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var asks = context.Words.Questions[To].Asks;
        return context.Facts.Answers.TryGetValue(To, out var answer)
            ? new(answer == Is ? Finding.Met : Finding.NotMet, new FactUsed(asks, answer ? "yes" : "no"))
            : new(Finding.Unknown, new FactUsed(asks, null));
    }
}

public sealed record SexIs(Sex Sex) : Criterion
{
    public override Judged Judge(RuleContext context) => context.Facts.Sex == Sex.Unknown
        ? new(Finding.Unknown, new FactUsed("Sex", null))
        : new(context.Facts.Sex == Sex ? Finding.Met : Finding.NotMet, new FactUsed("Sex", context.Facts.Sex.ToString().ToLowerInvariant()));
}

/// <summary>What the protocol is, rather than the patient.</summary>
public sealed record ProtocolIs : Criterion
{
    public IReadOnlyList<DoseRoute> Routes { get; init; } = [];

    public bool? TreatsSubstanceUse { get; init; }

    public bool? NeedsTreatmentResistance { get; init; }

    public override Judged Judge(RuleContext context) => new(
        (Routes.Count == 0 || context.Protocol.Routes.Any(route => Routes.Contains(route)))
        && (TreatsSubstanceUse is null || TreatsSubstanceUse == context.Protocol.TreatsSubstanceUse)
        && (NeedsTreatmentResistance is null || NeedsTreatmentResistance == context.Protocol.NeedsTreatmentResistance)
            ? Finding.Met : Finding.NotMet,
        new FactUsed("Protocol", context.Protocol.Id));
}

/// <summary>A criterion that comparing can not express and that is decided in code, by its name.</summary>
public sealed record Named(string Name) : Criterion
{
    /// <summary>The names there are, each with its own tests.</summary>
    public static IReadOnlyDictionary<string, Func<PatientFacts, Finding>> Criteria { get; } =
        new Dictionary<string, Func<PatientFacts, Finding>>(StringComparer.Ordinal)
        {
            ["treatment-resistant"] = facts => facts.TreatmentResistant,
        };

    public override Judged Judge(RuleContext context)
    {
        var finding = Criteria[Name](context.Facts);
        return new(finding, new FactUsed(Name, finding == Finding.Unknown ? null : finding == Finding.Met ? "yes" : "no"));
    }
}
