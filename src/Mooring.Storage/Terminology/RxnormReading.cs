using System.Text.RegularExpressions;
using Mooring.Clinical.Recognition;

namespace Mooring.Storage.Terminology;

/// <summary>RxNorm, best its prescribable part: RXNCONSO.RRF (names) and RXNREL.RRF (what is made of what).</summary>
internal sealed partial class RxnormReading(ReleaseFiles files, TermIndexWriter index, CancellationToken cancel) : TermReading(files, index, cancel)
{
    private readonly RxnormGraph graph = new();

    protected override string? Take()
    {
        var (names, relations) = (Files.One(Conso(), "RXNCONSO.RRF"), Files.One(Rel(), "RXNREL.RRF"));
        Each(names, Names);
        Each(relations, Relations);
        var ingredients = new HashSet<long>();
        foreach (var (concept, made) in graph.Resolve())
        {
            Cancel.ThrowIfCancellationRequested();
            foreach (var ingredient in made)
                Index.Link(concept, ingredient);
            ingredients.UnionWith(made);
            Add("concepts");
        }

        if (ingredients.Count == 0)
            throw new BadTermFileException(new("TER114", $"{names.Name} and {relations.Name} lead to no ingredient. These are not the files of RxNorm, or a part is missing.", "path"));
        Add("ingredients", ingredients.Count);
        Add("names that lead to no ingredient, left out", Index.Do("DELETE FROM names WHERE code NOT IN (SELECT code FROM links)"));
        Add("names", Index.Count("SELECT COUNT(*) FROM names"));
        return DateIn(Files.Title) ?? DateIn(Path.GetDirectoryName(names.Path) ?? "");
    }

    private void Names(TermLines lines)
    {
        foreach (var fields in lines.Fields('|', 18, 19))
        {
            var (concept, source, termType, name, suppressed) = (lines.Whole(fields[0], "an RxNorm number"), fields[11], fields[12], fields[14], fields[16]);
            if (suppressed is "E" or "Y")
            {
                lines.Skip("suppressed");
                continue;
            }

            if (string.IsNullOrWhiteSpace(name))
                throw lines.Wrong("TER113", "has no name.");
            if (source == "RXNORM" && RxnormGraph.IsRanked(termType))
            {
                graph.Add(concept, termType);
                Index.Do("INSERT INTO concepts VALUES ($0, $1, $2) ON CONFLICT (code) DO UPDATE SET name = excluded.name, standing = excluded.standing WHERE excluded.standing < standing",
                    concept, name, (long)RxnormGraph.RankOf(termType));
            }

            Index.Name(Phrases.KeyOf(name, Folding.Medicine), concept);
        }
    }

    private void Relations(TermLines lines)
    {
        foreach (var fields in lines.Fields('|', 16, 17))
        {
            if (fields[0].Length == 0 || fields[4].Length == 0)
                lines.Skip("relation between single names");
            else if (fields[14] is "E" or "Y")
                lines.Skip("suppressed");
            else if (graph.Link(lines.Whole(fields[0], "an RxNorm number"), lines.Whole(fields[4], "an RxNorm number"), fields[7]) is { } why)
                lines.Skip(why);
            else
                Add("relations");
        }
    }

    [GeneratedRegex(@"^RXNCONSO\.RRF$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Conso();

    [GeneratedRegex(@"^RXNREL\.RRF$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Rel();
}
