using System.Text.RegularExpressions;
using Mooring.Clinical.Recognition;

namespace Mooring.Storage.Terminology;

/// <summary>The order file of ICD-10-CM: every code with its short and long description, in fixed columns.</summary>
internal sealed partial class Icd10cmReading(ReleaseFiles files, TermIndexWriter index, CancellationToken cancel) : TermReading(files, index, cancel)
{
    // Columns 1-5 order, 7-13 code, 15 header or not, 17-76 short, 78 on long.
    private const int CodeAt = 6;
    private const int FlagAt = 14;
    private const int ShortAt = 16;
    private const int LongAt = 77;

    protected override string? Take()
    {
        var file = Files.Single ?? Files.One(Order(), "icd10cm_order_2026.txt");
        Each(file, Lines, isOldText: true);
        if (!Counts.ContainsKey("concepts"))
            throw new BadTermFileException(new("TER114", $"{file.Name} holds no code.", "path"));
        return DateIn(file.Name) ?? DateIn(Files.Title);
    }

    private void Lines(TermLines lines)
    {
        foreach (var line in lines.All())
        {
            if (line.Length <= LongAt)
                throw lines.Wrong("TER112", $"has {line.Length} columns, where a long description begins in column {LongAt + 1}. The file may be cut off, or not the order file.");
            lines.Whole(line[..(CodeAt - 1)].Trim(), "the order number (columns 1 to 5)");
            var (code, flag, brief, name) = (line[CodeAt..(FlagAt - 1)].Trim(), line[FlagAt], line[ShortAt..(LongAt - 1)].Trim(), line[LongAt..].Trim());
            if (!IcdCode.HasForm(code))
                throw lines.Wrong("TER113", $"“{code}” stands where an ICD-10-CM code is expected (columns 7 to 13).");
            if (flag is not ('0' or '1'))
                throw lines.Wrong("TER113", $"“{flag}” stands where 0 (header) or 1 (code) is expected (column 15).");
            if (name.Length == 0)
                throw lines.Wrong("TER113", $"{code} has no description.");

            var bare = IcdCode.Bare(code).ToUpperInvariant();
            if (Index.Do("INSERT OR IGNORE INTO concepts VALUES ($0, $1, $2)", bare, name, (long)(flag - '0')) == 0)
            {
                lines.Skip("code given before");
                continue;
            }

            Add("concepts");
            if (flag == '0')
                Add("headers");
            foreach (var key in new[] { brief, name }.Select(text => Phrases.KeyOf(text, Folding.Condition)).Where(key => key.Length > 0).Distinct())
            {
                Index.Name(key, bare);
                Add("names");
            }
        }
    }

    [GeneratedRegex(@"^icd10cm[-_ ]?order(?!.*addenda).*\.txt$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Order();
}
