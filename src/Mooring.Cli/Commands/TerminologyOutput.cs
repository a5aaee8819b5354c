using System.Globalization;
using Mooring.Practice.Recognition;
using Mooring.Storage.Terminology;

namespace Mooring.Cli.Commands;

/// <summary>What came of loading a release, for people and for scripts.</summary>
internal static class TerminologyOutput
{
    private const int MostNamed = 20;

    public static object Shape(TermRelease release) => new
    {
        release.Id,
        kind = TermNames.Word(release.Kind),
        release.Release,
        release.LoadedBy,
        release.LoadedAt,
        release.Files,
        release.Counts,
        release.Skipped,
        release.Unjudged,
    };

    public static object Shape(TermReport report) => new
    {
        kind = TermNames.Word(report.Kind),
        inForce = report.InForce is { } release ? Shape(release) : null,
        same = report.IsSame,
        unjudged = report.Unjudged.Select(each => new { each.Of.Rxnorm, each.Of.Name, recognized = each.Like is null, each.Like }),
        report.UnjudgedFile,
        report.Differing,
        changes = report.Changes.Select(change => new
        {
            change.Of,
            change.Text,
            change.Codes,
            change.Before,
            change.After,
            patients = change.In.Select(each => new { id = each.Patient.Value, each.Number, each.Name }),
        }),
    };

    public static void List(IReadOnlyList<TermRelease> releases, TextWriter output)
    {
        if (releases.Count == 0)
            output.WriteLine("No public release is loaded. What is recognized is the vocabulary that comes with Mooring.");
        foreach (var release in releases)
            Say(release, output);
    }

    public static void Say(TermReport report, TextWriter output)
    {
        if (report.InForce is null)
            output.WriteLine($"No release of {TermNames.Of(report.Kind)} is in force now.");
        else if (report.IsSame)
            output.WriteLine($"These very files are in force already, as {report.InForce.Id}. Nothing was changed.");
        else
            Say(report.InForce, output);
        if (report.IsSame)
            return;

        if (report.Unjudged.Count > 0)
        {
            output.WriteLine(Invariant($"  {report.Unjudged.Count} ingredients were never judged by our reviewed sets. They are recognized, and no rule looks for them. For a pharmacist: {report.UnjudgedFile}"));
            if (report.Open.ToList() is { Count: > 0 } open)
                output.WriteLine(Invariant($"  {open.Count} of them are named like what rules look for and stay not recognized: {Some([.. open.Select(each => $"{each.Of.Name} ({each.Like})")])}"));
        }

        if (report.Differing.Count > 0)
            output.WriteLine(Invariant($"  {report.Differing.Count} codes of our vocabulary differ from the release: {Some(report.Differing)}"));
        output.WriteLine(report.Changes.Count == 0
            ? "Nothing in a chart is taken for something else than before."
            : Invariant($"{report.Changes.Count} entries in charts of {report.Changes.SelectMany(change => change.In).Select(each => each.Patient).Distinct().Count()} patients are taken for something else than before:"));
        foreach (var change in report.Changes)
            output.WriteLine($"  {change.Of} “{change.Text}”{(change.Codes.Count == 0 ? "" : $" [{string.Join(", ", change.Codes)}]")}: {Words(change.Before)}; now {Words(change.After)}. {string.Join(", ", change.In.Select(each => $"{each.Name} ({each.Number})"))}");
    }

    private static void Say(TermRelease release, TextWriter output)
    {
        output.WriteLine(Invariant($"{release.Title} is in force ({release.Id}), loaded by {release.LoadedBy} at {release.LoadedAt:yyyy-MM-dd HH:mm} UTC."));
        output.WriteLine($"  taken: {Counted(release.Counts)}");
        if (release.Skipped.Count > 0)
            output.WriteLine($"  lines not taken: {Counted(release.Skipped)}");
        foreach (var file in release.Files)
            output.WriteLine(Invariant($"  {file.Name}: {file.Lines:N0} lines, {file.Bytes:N0} bytes, sha256 {file.Sha256}"));
    }

    private static string Words(TakenFor taken) =>
        taken.Unknown.Count > 0 ? $"not recognized (“{string.Join("”, “", taken.Unknown)}”){(taken.Sets.Count > 0 ? " and in " + string.Join(", ", taken.Sets) : "")}"
        : $"{(taken.Ingredients.Count > 0 ? string.Join(" + ", taken.Ingredients) : "recognized")}, {(taken.Sets.Count > 0 ? "in " + string.Join(", ", taken.Sets) : "in no set")}";

    private static string Some(IReadOnlyList<string> all) => string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? Invariant($" and {all.Count - MostNamed} more") : "");

    private static string Counted(IReadOnlyDictionary<string, long> counts) => string.Join(", ", counts.Select(each => Invariant($"{each.Value:N0} {each.Key}")));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
