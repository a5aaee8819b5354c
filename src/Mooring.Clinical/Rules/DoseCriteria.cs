using System.Globalization;
using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Rules;

/// <summary>Of which drug doses are asked for: that of the protocol, or the other of ketamine and esketamine.</summary>
public enum DosesOf
{
    SameDrug,
    OtherDrug,
}

/// <summary>
/// Doses that were given before, here or elsewhere. With <see cref="Within"/>, one so recently; with <see cref="LastOver"/>,
/// there was one and the last is longer ago than this. Exactly one of the two is given.
/// </summary>
public sealed record DosedBefore : Criterion
{
    /// <summary>The question of <c>codes/questions.yaml</c> that tells of doses elsewhere.</summary>
    public const string Elsewhere = "ketamine-elsewhere";

    public required DosesOf Of { get; init; }

    public TimeSpan? Within { get; init; }

    public TimeSpan? LastOver { get; init; }

    public override Judged Judge(RuleContext context)
    {
        var drug = Of == DosesOf.SameDrug ? context.Protocol.Drug : context.Protocol.Drug == Drug.Racemic ? Drug.Esketamine : Drug.Racemic;
        var known = DosesKnown.Of(drug, context);
        return Within is { } within ? Recent(known, within, context) : Gap(known, LastOver ?? TimeSpan.Zero, context);
    }

    private static Judged Recent(DosesKnown known, TimeSpan within, RuleContext context)
    {
        var recent = known.Days.Where(dose => context.Today.DayNumber - dose.On.DayNumber <= within.TotalDays).Select(dose => dose.Says).ToList();
        if (recent.Count > 0 || known.GoesOn is not null)
            return new(Finding.Met, [.. recent.Take(1), .. known.GoesOn is { } now ? new[] { now } : []]);
        return known.Open is { } open ? new(Finding.Unknown, open) : new(Finding.NotMet, known.None);
    }

    // What was given here is certain; only what was given elsewhere on an unknown day can be newer.
    private static Judged Gap(DosesKnown known, TimeSpan over, RuleContext context)
    {
        if (known.GoesOn is { } now)
            return new(Finding.NotMet, now);
        if (known.Days is not [.., var last])
            return known.Open is { } open ? new(Finding.Unknown, open) : new(Finding.NotMet, known.None);
        if (context.Today.DayNumber - last.On.DayNumber <= over.TotalDays)
            return new(Finding.NotMet, last.Says);
        return known.Undated is { } undated ? new(Finding.Unknown, last.Says, undated) : new(Finding.Met, last.Says);
    }
}

/// <summary>Which end of a protocol's course is asked for.</summary>
public enum CourseEnd
{
    /// <summary>As many sessions as it has at most.</summary>
    Sessions,

    /// <summary>As long as it lasts at most.</summary>
    Length,
}

/// <summary>
/// The sessions by this protocol on earlier days have come to its end (<see cref="ProtocolScope.CourseLimit"/>). A pause longer than
/// <see cref="Break"/> begins a new course.
/// </summary>
public sealed record CourseReached : Criterion
{
    public required CourseEnd Reached { get; init; }

    public required TimeSpan Break { get; init; }

    public override Judged Judge(RuleContext context)
    {
        if (context.Protocol.CourseLimit is not { } limit || (Reached == CourseEnd.Length && limit.Length is null))
            return new(Finding.NotMet, new FactUsed("Course", $"{context.Protocol.Id} names no such end"));

        var run = Run(context);
        var days = run.Count > 0 ? context.Today.DayNumber - run[0].DayNumber : 0;
        var isReached = Reached == CourseEnd.Sessions ? run.Count >= limit.Sessions : run.Count > 0 && days > limit.Length!.Value.AsTime!.Value.TotalDays;
        var used = new FactUsed("Course", string.Create(CultureInfo.InvariantCulture, $"{run.Count} of at most {limit.Sessions} sessions by {context.Protocol.Id}{(run.Count > 0 ? $", the first {days} days ago" : "")}"));
        if (isReached)
            return new(Finding.Met, used);
        var known = DosesKnown.Of(context.Protocol.Drug, context);
        return known.Elsewhere is { } open ? new(Finding.Unknown, used, open) : new(Finding.NotMet, used);
    }

    private List<DateOnly> Run(RuleContext context)
    {
        List<DateOnly> run = [];
        foreach (var day in context.Facts.Doses.Where(dose => string.Equals(dose.Protocol, context.Protocol.Id, StringComparison.OrdinalIgnoreCase))
            .Select(dose => context.DayOf(dose.At)).Where(day => day < context.Today).Order())
        {
            if (run is [.., var before] && day.DayNumber - before.DayNumber > Break.TotalDays)
                run.Clear();
            run.Add(day);
        }

        return run is [.., var last] && context.Today.DayNumber - last.DayNumber > Break.TotalDays ? [] : run;
    }
}

/// <summary>What is known of the doses of one drug: those given here, and what the chart says of those given elsewhere.</summary>
/// <param name="Days">Oldest first.</param>
/// <param name="GoesOn">It stands among the medicines that are taken.</param>
/// <param name="Undated">Given elsewhere, and nobody wrote when.</param>
/// <param name="Unasked">Nobody answered whether any was given elsewhere.</param>
internal sealed record DosesKnown(IReadOnlyList<(DateOnly On, FactUsed Says)> Days, FactUsed? GoesOn, FactUsed? Undated, FactUsed? Unasked)
{
    /// <summary>Why it is not known that none was given.</summary>
    public FactUsed? Open => Undated ?? Unasked;

    /// <summary>Why sessions elsewhere may belong to the course.</summary>
    public FactUsed? Elsewhere => GoesOn ?? Undated ?? Unasked;

    public FactUsed None { get; } = new("Ketamine or esketamine given before", "none known here or elsewhere");

    public static DosesKnown Of(Drug drug, RuleContext context)
    {
        var name = drug == Drug.Racemic ? "ketamine" : "esketamine";
        List<(DateOnly On, FactUsed Says)> days = [.. context.Facts.Doses.Where(dose => dose.Drug == drug && dose.At <= context.On)
            .Select(dose => (context.DayOf(dose.At), new FactUsed($"Last {name} here", dose.Protocol, dose.At)))];
        var listed = context.Medicines.Where(each => each.Is.Ingredients.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(each => each.Entry).ToList();
        days.AddRange(listed.Where(each => !each.IsTaken).Select(each => each.StoppedOn).OfType<DateOnly>()
            .Select(day => (day, new FactUsed($"Last {name} elsewhere", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));
        bool? elsewhere = context.Facts.Answers.TryGetValue(DosedBefore.Elsewhere, out var answer) ? answer : null;
        var asks = context.Words.Questions.GetValueOrDefault(DosedBefore.Elsewhere)?.Asks ?? DosedBefore.Elsewhere;
        var list = new FactPlace(FactKind.Medicines);
        var isDated = context.Medicines.Any(each => each.Entry.StoppedOn is not null && each.Is.Sets.Contains("ketamine"));
        var undated = listed.FirstOrDefault(each => each is { IsTaken: false, StoppedOn: null }) is { } old ? new FactUsed(old.Name, "given before, nobody wrote when") { Place = list }
            : elsewhere == true && !isDated ? new FactUsed(asks, "yes, and nobody wrote when") { Place = list } : null;
        return new(
            [.. days.OrderBy(dose => dose.On).Select(dose => (dose.On, dose.Says))],
            listed.FirstOrDefault(each => each.IsTaken) is { } taken ? new FactUsed(taken.Name, "taken now") : null,
            undated,
            elsewhere is null ? new FactUsed(asks, null) { Place = new(FactKind.Question, DosedBefore.Elsewhere) } : null);
    }
}
