using System.Text.RegularExpressions;
using Mooring.Clinical.Recognition;

namespace Mooring.Storage.Terminology;

/// <summary>SNOMED CT, release format 2, snapshot: concepts, descriptions, the is-a hierarchy, and the map to ICD-10-CM where the edition has one.</summary>
internal sealed partial class SnomedReading(ReleaseFiles files, TermIndexWriter index, CancellationToken cancel) : TermReading(files, index, cancel)
{
    private const string FullName = "900000000000003001";
    private const string IsA = "116680003";

    // The map of the United States edition. Maps to other classifications would place a concept elsewhere.
    private const string ToIcd10cm = "6011000124106";

    // What may stand in a list of problems; bodies, substances and procedures are not read in texts.
    private static readonly string[] Problems = ["(disorder)", "(finding)", "(situation)", "(event)"];

    protected override string? Take()
    {
        var concepts = Files.One(Concept(), "sct2_Concept_Snapshot_INT_20250901.txt");
        var (descriptions, isA) = (Files.Some(Description(), "sct2_Description_Snapshot-en_INT_20250901.txt"), Files.One(Relationship(), "sct2_Relationship_Snapshot_INT_20250901.txt"));
        var maps = Files.Find(Map());
        Each(concepts, Concepts);
        foreach (var file in descriptions)
            Each(file, Descriptions);
        Each(isA, Relations);
        foreach (var file in maps)
            Each(file, Maps);
        if (!Counts.ContainsKey("concepts"))
            throw new BadTermFileException(new("TER114", $"{concepts.Name} holds no concept in force.", "path"));
        Add("names of no problem, left out", Index.Do("DELETE FROM names WHERE code NOT IN (SELECT code FROM concepts WHERE standing = 2)"));
        Add("names", Index.Count("SELECT COUNT(*) FROM names"));
        return DateIn(concepts.Name) ?? DateIn(Files.Title);
    }

    private static bool IsHeader(string[] fields) => fields[0] == "id";

    private void Concepts(TermLines lines)
    {
        foreach (var fields in lines.Fields('\t', 5).Where(fields => !IsHeader(fields)))
        {
            var isInForce = IsActive(lines, fields);
            if (Index.Do("INSERT OR IGNORE INTO concepts VALUES ($0, '', $1)", lines.Whole(fields[0], "a concept"), isInForce ? 1L : 0L) == 0)
                lines.Skip("concept given before");
            else if (isInForce)
                Add("concepts");
            else
                lines.Skip("concept not in force");
        }
    }

    private void Descriptions(TermLines lines)
    {
        foreach (var fields in lines.Fields('\t', 9).Where(fields => !IsHeader(fields)))
        {
            if (!IsActive(lines, fields))
            {
                lines.Skip("description not in force");
                continue;
            }

            var (concept, term) = (lines.Whole(fields[4], "a concept"), fields[7].Trim());
            if (fields[6] == FullName)
            {
                var tag = Tag().Match(term);
                var isProblem = Problems.Contains(tag.Value.Trim(), StringComparer.Ordinal);
                term = term[..(tag.Success ? tag.Index : term.Length)].Trim();
                if (Index.Do("UPDATE concepts SET name = $1, standing = CASE WHEN standing > 0 AND $2 > 0 THEN 2 ELSE standing END WHERE code = $0", concept, term, isProblem ? 1L : 0L) == 0)
                {
                    lines.Skip("description of a concept that is not there");
                    continue;
                }
            }

            Index.Name(Phrases.KeyOf(term, Folding.Condition), concept);
        }
    }

    private void Relations(TermLines lines)
    {
        foreach (var fields in lines.Fields('\t', 10).Where(fields => !IsHeader(fields)))
        {
            if (!IsActive(lines, fields))
            {
                lines.Skip("relation not in force");
            }
            else if (fields[7] != IsA)
            {
                lines.Skip("relation other than is-a");
            }
            else
            {
                Index.Link(lines.Whole(fields[4], "a concept"), lines.Whole(fields[5], "a concept"));
                Add("relations");
            }
        }
    }

    private void Maps(TermLines lines)
    {
        foreach (var fields in lines.Fields('\t', 13).Where(fields => !IsHeader(fields)))
        {
            // A code that needs a further character is written with a question mark there.
            var target = fields[10].Trim().TrimEnd('?');
            if (!IsActive(lines, fields))
                lines.Skip("map not in force");
            else if (fields[4] != ToIcd10cm)
                lines.Skip("map to something else than ICD-10-CM");
            else if (target.Length == 0)
                lines.Skip("map that gives no code");
            else if (!IcdCode.HasForm(target.TrimEnd('.')))
                throw lines.Wrong("TER113", $"“{TermLines.Short(target)}” stands where an ICD-10-CM code is expected.");
            else if (Index.Do("INSERT OR IGNORE INTO maps VALUES ($0, $1, $2)", lines.Whole(fields[5], "a concept"), lines.Whole(fields[6], "a group"), target.TrimEnd('.')) > 0)
                Add("maps");
        }
    }

    private static bool IsActive(TermLines lines, string[] fields) => fields[2] switch
    {
        "1" => true,
        "0" => false,
        _ => throw lines.Wrong("TER113", $"“{TermLines.Short(fields[2])}” stands where 1 (in force) or 0 is expected."),
    };

    [GeneratedRegex(@"^x?sct2_Concept_Snapshot.*\.txt$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Concept();

    [GeneratedRegex(@"^x?sct2_Description_Snapshot.*\.txt$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Description();

    [GeneratedRegex(@"^x?sct2_Relationship_Snapshot.*\.txt$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Relationship();

    [GeneratedRegex(@"^x?der2_iisssccRefset_ExtendedMapSnapshot.*\.txt$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Map();

    [GeneratedRegex(@"\s*\([^()]*\)$", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
