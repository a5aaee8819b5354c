using System.Globalization;
using Mooring.Clinical.Facts;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Rules;

/// <summary>
/// A value beside its limit, in the measure's unit; exactly one limit is given. A value in a unit that does not convert, one
/// that is in doubt, or none within the time asked for, is unknown. The newest counts, or the mean of those of the newest
/// <see cref="MeanOver"/>.
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
        var read = MeasuredValue.All(measure, context).Where(value => value.At <= context.On && (Within is not { } within || context.IsWithin(within, value.At)))
            .OrderByDescending(value => value.At).ToList();
        if (read.Count == 0)
            return new(Finding.Unknown, new FactUsed(measure.Title, null) { Place = measure.Place });

        var at = read[0].At;
        var counted = read.Where(value => value.At == at || (MeanOver is { } span && context.IsWithin(span, value.At, at))).ToList();
        if (counted.FirstOrDefault(value => value.Span is null) is { } unclear)
            return new(Finding.Unknown, new FactUsed(measure.Title, unclear.Says, unclear.At) { Place = measure.Place }) { IsUnclear = true };

        // Several at the one newest moment must agree, unless their mean is asked for.
        IReadOnlyList<ValueSpan> spans = MeanOver is null ? [.. counted.Select(value => value.Span!.Value)] : [Mean(counted)];
        IReadOnlyList<Finding> findings = [.. spans.Select(Passes).Distinct()];
        var finding = findings.Count == 1 ? findings[0] : Finding.Unknown;
        return new(finding, new FactUsed(measure.Title, Says(counted, measure), measure.From == MeasureFrom.Age ? null : at) { Place = measure.Place }) { IsUnclear = finding == Finding.Unknown };
    }

    private Finding Passes(ValueSpan value) => new[]
    {
        AtLeast is { } atLeast ? value.AtLeast(atLeast.Value) : Finding.Met,
        Over is { } over ? value.Above(over.Value) : Finding.Met,
        AtMost is { } atMost ? value.Above(atMost.Value).Not() : Finding.Met,
        Below is { } below ? value.AtLeast(below.Value).Not() : Finding.Met,
    }.All();

    private static ValueSpan Mean(List<MeasuredValue> counted) => new(
        counted.Average(value => value.Span!.Value.From), counted.Average(value => value.Span!.Value.To),
        counted.TrueForAll(value => value.Span!.Value.WithFrom), counted.TrueForAll(value => value.Span!.Value.WithTo));

    private string Says(List<MeasuredValue> counted, Measure measure)
    {
        if (counted.Count == 1)
            return counted[0].Says;
        return MeanOver is null
            ? string.Join(" and ", counted.Select(value => value.Says).Distinct())
            : string.Create(CultureInfo.InvariantCulture, $"{Mean(counted).From:0.##} {measure.Unit} (mean of {counted.Count})");
    }
}

/// <summary>
/// The newest value that can be understood is older than this. Where none was ever taken, that is unknown; where what was
/// taken is in doubt, too, unless all of it is older.
/// </summary>
public sealed record OlderThan : Criterion
{
    public required string What { get; init; }

    public required TimeSpan Age { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var measure = context.Words.Measures[What];
        var taken = MeasuredValue.All(measure, context).Where(value => value.At <= context.On).OrderByDescending(value => value.At).ToList();
        if ((taken.FirstOrDefault(value => value.Span is not null) ?? taken.Find(value => !context.IsWithin(Age, taken[0].At))) is not { } clear)
            return new(Finding.Unknown, new FactUsed(measure.Title, taken.Count > 0 ? taken[0].Says : null) { Place = measure.Place }) { IsUnclear = taken.Count > 0 };

        var newest = clear.At;
        return new(context.IsWithin(Age, newest) ? Finding.NotMet : Finding.Met, new FactUsed(measure.Title, "last taken", newest) { Place = measure.Place });
    }
}

/// <summary>The newest sheet of an instrument, or of one that stands for it, fell into one of these bands.</summary>
public sealed record BandIs : Criterion
{
    public required string Of { get; init; }

    /// <summary>Other forms of the instrument; the newest of all counts.</summary>
    public IReadOnlyList<string> Or { get; init; } = [];

    public required IReadOnlyList<string> In { get; init; }

    public TimeSpan? Within { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var newest = context.Facts.Scores
            .Where(sheet => (sheet.Instrument == Of || Or.Contains(sheet.Instrument)) && sheet.At <= context.On && (Within is not { } within || context.IsWithin(within, sheet.At)))
            .MaxBy(sheet => sheet.At);
        return newest?.Band is { } band
            ? new(In.Contains(band) ? Finding.Met : Finding.NotMet, new FactUsed(newest.Instrument, band, newest.At) { Place = new(FactKind.Questionnaire, Of) })
            : new(Finding.Unknown, new FactUsed(Of, null) { Place = new(FactKind.Questionnaire, Of) });
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
            ? new(answer == Is ? Finding.Met : Finding.NotMet, new FactUsed(asks, answer ? "yes" : "no") { Place = new(FactKind.Question, To) })
            : new(Finding.Unknown, new FactUsed(asks, null) { Place = new(FactKind.Question, To) });
    }
}

public sealed record SexIs(Sex Sex) : Criterion
{
    public override Judged Judge(RuleContext context) => context.Facts.Sex == Sex.Unknown
        ? new(Finding.Unknown, new FactUsed("Sex", null) { Place = new(FactKind.Person) })
        : new(context.Facts.Sex == Sex ? Finding.Met : Finding.NotMet, new FactUsed("Sex", context.Facts.Sex.ToString().ToLowerInvariant()));
}

/// <summary>What the protocol is, rather than the patient.</summary>
public sealed record ProtocolIs : Criterion
{
    public IReadOnlyList<DoseRoute> Routes { get; init; } = [];

    public bool? TreatsSubstanceUse { get; init; }

    public bool? NeedsTreatmentResistance { get; init; }

    public bool? TreatsBipolar { get; init; }

    public bool? TreatsUnipolar { get; init; }

    /// <summary>The ids of protocols of which it must be one; empty where any will do.</summary>
    public IReadOnlyList<string> Is { get; init; } = [];

    public override Judged Judge(RuleContext context) => new(
        (Routes.Count == 0 || context.Protocol.Routes.Any(route => Routes.Contains(route)))
        && (TreatsSubstanceUse is null || TreatsSubstanceUse == context.Protocol.TreatsSubstanceUse)
        && (NeedsTreatmentResistance is null || NeedsTreatmentResistance == context.Protocol.NeedsTreatmentResistance)
        && (TreatsBipolar is null || TreatsBipolar == context.Protocol.TreatsBipolar)
        && (TreatsUnipolar is null || TreatsUnipolar == context.Protocol.TreatsUnipolar)
        && (Is.Count == 0 || Is.Contains(context.Protocol.Id, StringComparer.Ordinal))
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
        return new(finding, new FactUsed(Name, finding == Finding.Unknown ? null : finding == Finding.Met ? "yes" : "no") { Place = new(FactKind.Trials) });
    }
}
