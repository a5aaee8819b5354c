using System.Text.RegularExpressions;

namespace Mooring.Storage.Terminology;

/// <summary>What was read of a release into an index.</summary>
internal sealed record TermRead(string? Release, IReadOnlyList<TermFile> Files, IReadOnlyDictionary<string, long> Counts, IReadOnlyDictionary<string, long> Skipped);

/// <summary>Reads the files of one release into an index, line by line. What is wrong with a file throws, and nothing counts.</summary>
internal abstract partial class TermReading(ReleaseFiles files, TermIndexWriter index, CancellationToken cancel)
{
    private readonly SortedDictionary<string, long> skipped = new(StringComparer.Ordinal);
    private readonly List<TermFile> read = [];

    protected Dictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    protected ReleaseFiles Files => files;

    protected TermIndexWriter Index => index;

    protected CancellationToken Cancel => cancel;

    public static TermReading Of(TermKind kind, ReleaseFiles files, TermIndexWriter index, CancellationToken cancel) => kind switch
    {
        TermKind.Rxnorm => new RxnormReading(files, index, cancel),
        TermKind.Icd10cm => new Icd10cmReading(files, index, cancel),
        _ => new SnomedReading(files, index, cancel),
    };

    public TermRead Read()
    {
        var release = Take();
        index.Finish();
        return new(release, read, Counts, skipped);
    }

    /// <summary>Takes what is wanted into the index.</summary>
    /// <returns>The name of the release as the files tell it.</returns>
    protected abstract string? Take();

    protected void Each(ReleaseFile file, Action<TermLines> take, bool isOldText = false)
    {
        using var lines = new TermLines(file.Name, file.Open(), skipped, isOldText, cancel);
        take(lines);
        read.Add(lines.AsRead());
    }

    protected void Add(string what, long count = 1) => Counts[what] = Counts.GetValueOrDefault(what) + count;

    /// <summary>A date or year within a name, such as 20250901 or 2026.</summary>
    protected static string? DateIn(string name) => Date().Match(name) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"(?<!\d)((19|20)\d{6}|\d{4}(19|20)\d\d|20\d\d)(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Date();
}
