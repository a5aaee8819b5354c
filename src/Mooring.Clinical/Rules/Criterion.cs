using Mooring.Clinical.Facts;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Recognition;

namespace Mooring.Clinical.Rules;

/// <summary>Something a rule asks about a patient; the answer is met, not met or unknown, never a guess.</summary>
public abstract record Criterion
{
    public abstract Judged Judge(RuleContext context);

    /// <summary>This and everything it is made of, so that a checker can walk a rule.</summary>
    public virtual IEnumerable<Criterion> Parts() => [this];
}

/// <summary>Everything that a criterion may look at.</summary>
public sealed record RuleContext(PatientFacts Facts, ProtocolScope Protocol, Vocabulary Words, DateTimeOffset On)
{
    /// <summary>The clinic's, because a day, an age and "within seven days" are what its calendar says.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public DateOnly Today => DayOf(On);

    /// <summary>Is it no longer ago than this? A span of days is counted in the clinic's days, a shorter one by the clock.</summary>
    public bool IsWithin(TimeSpan span, DateTimeOffset at, DateTimeOffset? until = null) => span >= TimeSpan.FromDays(1)
        ? DayOf(until ?? On).DayNumber - DayOf(at).DayNumber <= span.TotalDays
        : (until ?? On) - at <= span;

    /// <summary>The clinic's day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>Every entry with what it stands for, read once for all rules.</summary>
    internal IReadOnlyList<(Condition Entry, RecognizedCondition Is)> Conditions =>
        field ??= [.. Facts.Conditions.Items.Select(entry => (entry, Words.Recognizer.Of(entry)))];

    internal IReadOnlyList<(Medicine Entry, RecognizedMedicine Is)> Medicines =>
        field ??= [.. Facts.Medicines.Items.Select(entry => (entry, Words.Recognizer.Of(entry)))];

    internal IReadOnlyList<(Allergy Entry, RecognizedMedicine Is)> Allergies =>
        field ??= [.. Facts.Allergies.Items.Select(entry => (entry, Words.Recognizer.Of(entry)))];
}

public sealed record Judged(Finding Finding, params IReadOnlyList<FactUsed> Facts)
{
    /// <summary>Unknown although something is there: it could not be understood, so that it must not count as nothing.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>Not finding it tells something only when somebody looked.</summary>
    public static Judged Absent(string what, bool isReviewed, FactPlace list) => isReviewed
        ? new(Finding.NotMet, new FactUsed(what, "not on the reviewed list") { Place = list })
        : new(Finding.Unknown, new FactUsed(what, null) { Place = list });
}

public sealed record All(IReadOnlyList<Criterion> Of) : Criterion
{
    public override Judged Judge(RuleContext context)
    {
        IReadOnlyList<Judged> each = [.. Of.Select(part => part.Judge(context))];
        return new(each.Select(part => part.Finding).All(), [.. each.SelectMany(part => part.Facts)]) { IsUnclear = each.Any(part => part.IsUnclear) };
    }

    public override IEnumerable<Criterion> Parts() => [this, .. Of.SelectMany(part => part.Parts())];
}

public sealed record Any(IReadOnlyList<Criterion> Of) : Criterion
{
    public override Judged Judge(RuleContext context)
    {
        IReadOnlyList<Judged> each = [.. Of.Select(part => part.Judge(context))];
        var finding = each.Select(part => part.Finding).Any();
        return new(finding, [.. each.Where(part => part.Finding == finding).SelectMany(part => part.Facts)]) { IsUnclear = each.Any(part => part.IsUnclear) };
    }

    public override IEnumerable<Criterion> Parts() => [this, .. Of.SelectMany(part => part.Parts())];
}

public sealed record Not(Criterion Of) : Criterion
{
    public override Judged Judge(RuleContext context)
    {
        var judged = Of.Judge(context);
        return judged with { Finding = judged.Finding.Not() };
    }

    public override IEnumerable<Criterion> Parts() => [this, .. Of.Parts()];
}

/// <summary>
/// Met only on evidence: not knowing counts as no, but what is there and not understood stays unknown. Only for the branch of an <c>any</c> whose other branches ask the same
/// of those for whom not knowing matters, such as a pregnancy above the age at which it is asked for.
/// </summary>
public sealed record Known(Criterion Of) : Criterion
{
    public override Judged Judge(RuleContext context) =>
        Of.Judge(context) is var judged && judged is { Finding: Finding.Unknown, IsUnclear: false } ? judged with { Finding = Finding.NotMet } : judged;

    public override IEnumerable<Criterion> Parts() => [this, .. Of.Parts()];
}
