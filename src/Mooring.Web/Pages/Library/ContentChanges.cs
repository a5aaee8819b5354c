using Mooring.Clinical.Rules;
using Mooring.Content.Checks;
using Mooring.Content.Yaml;

namespace Mooring.Web.Pages.Library;

/// <summary>One place of an item that reads differently now.</summary>
/// <param name="Was">Null when it was not there.</param>
/// <param name="Is">Null when it is gone.</param>
public sealed record ContentChange(string At, string? Was, string? Is);

/// <summary>What changed in an item since an earlier text of it, and which worked cases fail across the two.</summary>
/// <param name="OldCasesFailing">Cases of the earlier version that the rule as it is now does not meet.</param>
/// <param name="CasesFailing">Cases of the version now that it does not meet itself.</param>
public sealed record ContentChanges(IReadOnlyList<ContentChange> Changes, IReadOnlyList<string> OldCasesFailing, IReadOnlyList<string> CasesFailing)
{
    public static ContentChanges Between(ContentPage earlier, ContentPage now)
    {
        var (before, after) = (ByPlace(earlier), ByPlace(now));
        return new(
        [
            .. before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal)
                .SelectMany(at => Differ(at, before.GetValueOrDefault(at, []), after.GetValueOrDefault(at, []))),
        ], [], []);
    }

    /// <summary>The same for a rule, with its cases worked: the earlier ones on the rule as it is now, and its own.</summary>
    public static ContentChanges OfRule(ContentPage earlier, ContentPage now, string earlierText, ScreeningRule rule, Vocabulary words) => Between(earlier, now) with
    {
        OldCasesFailing = StrictYaml.ReadText<ScreeningRule>(earlierText, now.File).Value is { } was ? Failing(rule, was.Cases, words) : [],
        CasesFailing = Failing(rule, rule.Cases, words),
    };

    private static IReadOnlyList<string> Failing(ScreeningRule rule, IReadOnlyList<RuleCase> cases, Vocabulary words) =>
        [.. cases.Where(each => !RuleCheck.Passes(rule, each, words)).Select(each => each.Case)];

    private static Dictionary<string, IReadOnlyList<string>> ByPlace(ContentPage page) => page.Lines
        .GroupBy(line => line.At, StringComparer.Ordinal)
        .ToDictionary(line => line.Key, line => (IReadOnlyList<string>)[.. line.Select(each => each.Says)], StringComparer.Ordinal);

    private static IEnumerable<ContentChange> Differ(string at, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (gone, come) = (before.Except(after).ToList(), after.Except(before).ToList());
        for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
            yield return new(at, gone.ElementAtOrDefault(i), come.ElementAtOrDefault(i));
    }
}
