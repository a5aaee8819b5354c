using System.Globalization;
using Mooring.Clinical.Rules;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>
/// Rules that contradict themselves or each other: LIB164 to LIB168, LIB182. Looked at is what suffices alone to make a grade
/// speak: the criterion itself, or a branch of its outermost <c>any</c>.
/// </summary>
internal static class RuleConflicts
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        IReadOnlyList<Trigger> triggers = [.. library.Rules.Values.SelectMany(rule => rule.Value.Grades.SelectMany(grade => Triggers(rule, grade)))];
        return
        [
            .. library.Rules.Values.SelectMany(rule => Within(rule.Value).Select(says => new LibraryFault(says.Code, rule.File, 0, says.Says) { Near = says.Near })),
            .. from one in triggers
               from other in triggers
               where string.CompareOrdinal(one.Rule.Value.Id, other.Rule.Value.Id) < 0 && Overlap(one.Grade, other.Grade)
               from says in Between(one, other)
               select new LibraryFault(says.Code, one.Rule.File, 0, says.Says) { Near = "grades:" },
        ];
    }

    private static IEnumerable<(string Code, string Near, string Says)> Within(ScreeningRule rule)
    {
        foreach (var (grade, next) in rule.Grades.Zip(rule.Grades.Skip(1)).Where(pair => Overlap(pair.First, pair.Second)))
        {
            if (next.Level >= grade.Level)
                yield return ("LIB164", "grades:", $"A grade of {next.Level} follows one of {grade.Level}; write the gravest first.");
        }

        foreach (var grade in rule.Grades.Where(grade => grade.Level >= Level.Hold ? grade.Override == Override.NotNeeded : grade.Override <= Override.PrescriberAndDirector))
            yield return ("LIB165", $"override: {Kebab(grade.Override)}", $"A grade of {grade.Level} can not be passed by '{Kebab(grade.Override)}'.");

        foreach (var says in rule.Grades.SelectMany(Never))
            yield return ("LIB182", "grades:", says);

        foreach (var same in rule.Cases.GroupBy(each => each.Case, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            yield return ("LIB169", same.Key, $"Two cases are called '{same.Key}'.");
    }

    // Two limits of one value that an 'all' asks for at once, and no value keeps both.
    private static IEnumerable<string> Never(Grade grade) =>
        from all in grade.When.Parts().OfType<All>()
        from limits in all.Of.OfType<Compare>().Where(one => one.Limits.Count == 1).GroupBy(one => one.What)
        let low = limits.Where(IsUpper).Select(one => (double?)one.Limits[0].Value).Max()
        let high = limits.Where(one => !IsUpper(one)).Select(one => (double?)one.Limits[0].Value).Min()
        where low > high || (low == high && limits.Any(one => one.Over is not null || one.Below is not null))
        select Says($"A grade of {grade.Level} asks for '{limits.Key}' above {low} and below {high} at once, so it never speaks.");

    private static IEnumerable<(string Code, string Says)> Between(Trigger one, Trigger other)
    {
        var (grave, mild) = one.Grade.Level >= other.Grade.Level ? (one, other) : (other, one);
        if (one.When == other.When && one.Grade.Level != other.Grade.Level && grave.Grade.Level >= Level.Hold)
            yield return ("LIB166", $"{grave} and {mild} on the same fact; one of them is wrong.");
        if (one.When is not Compare a || other.When is not Compare b || a.What != b.What || a.Limits is not [var at] || b.Limits is not [var bt])
            yield break;

        if (IsUpper(a) == IsUpper(b))
        {
            var (graver, milder) = grave == one ? (a, b) : (b, a);
            var (g, m) = (graver.Limits[0].Value, milder.Limits[0].Value);
            if (grave.Grade.Level > mild.Grade.Level && (IsUpper(graver) ? g < m : g > m))
                yield return ("LIB167", Says($"{grave} from '{graver.What}' of {g}, before {mild} from {m}, which then never speaks alone."));
        }
        else if (one.Grade.Level >= Level.Hold && other.Grade.Level >= Level.Hold)
        {
            var (upper, lower) = IsUpper(a) ? (at.Value, bt.Value) : (bt.Value, at.Value);
            if (upper <= lower)
                yield return ("LIB168", Says($"{one} and {other} leave no value of '{a.What}' with which anybody may go on."));
        }
    }

    private static IEnumerable<Trigger> Triggers(ContentItem<ScreeningRule> rule, Grade grade) =>
        Sufficient(grade.When).Select(when => new Trigger(rule, grade, when));

    private static IEnumerable<Criterion> Sufficient(Criterion when) => when switch
    {
        Any any => any.Of.SelectMany(Sufficient),
        Known known => Sufficient(known.Of),
        _ => [when],
    };

    private static bool IsUpper(Compare compare) => compare.AtLeast is not null || compare.Over is not null;

    private static bool Overlap(Grade one, Grade other) =>
        one.Applies == other.Applies || one.Applies == RuleScope.All || other.Applies == RuleScope.All;

    private static string Kebab(Override may) => YamlRecords.Kebab(may.ToString());

    private static string Says(FormattableString says) => says.ToString(CultureInfo.InvariantCulture);

    private sealed record Trigger(ContentItem<ScreeningRule> Rule, Grade Grade, Criterion When)
    {
        public override string ToString() => $"{Rule.Value.Id} asks for {Grade.Level}";
    }
}
