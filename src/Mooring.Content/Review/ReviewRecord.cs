using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Content.Review;

/// <summary>One person's signature under one file as it was.</summary>
public sealed record ReviewSignature
{
    /// <summary>Below the content folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file that was signed, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    /// <summary>From which field, where it is no signature that puts the file into force.</summary>
    public Reviewer? As { get; init; }

    /// <summary>What they say of their training, where they sign from a field.</summary>
    public string? Training { get; init; }

    public required DateOnly On { get; init; }
}

/// <summary>The shape of <c>content/review.yaml</c>.</summary>
public sealed record ReviewFile
{
    public required IReadOnlyList<ReviewSignature> Signatures { get; init; }
}

/// <summary>What was signed, beside what is there now.</summary>
/// <param name="Hashes">Of every content file that was read.</param>
public sealed record ReviewRecord(IReadOnlyList<ReviewSignature> Signatures, IReadOnlyDictionary<string, string> Hashes)
{
    private const string FileName = "review.yaml";

    private const string TermsFile = "reviewing.yaml";

    /// <summary>Which files need somebody of the field first.</summary>
    public ReviewTerms? Terms { get; init; }

    /// <summary>What is signed stays signed until a single byte of it changes; what needs somebody of the field is signed with theirs.</summary>
    public bool Covers(string file) => Has(file, null) && Needs(file).All(need => Has(file, need.From));

    /// <summary>Who of which field has to have signed this file.</summary>
    public IReadOnlyList<ReviewNeed> Needs(string file) => [.. Terms?.Of(file) ?? []];

    /// <summary>Whether the file as it is now was signed: from a field, or, of nobody's field, to put it into force.</summary>
    public bool Has(string file, Reviewer? from) => Hashes.TryGetValue(file, out var hash) && Has(file, hash, from);

    /// <summary>The same of the text with this hash.</summary>
    public bool Has(string file, string hash, Reviewer? from) =>
        Signatures.Any(signed => signed.File == file && signed.As == from && string.Equals(signed.Hash, hash, StringComparison.OrdinalIgnoreCase));

    /// <summary>The clinical files that nobody signed as they are; the review itself and the sources are not signed.</summary>
    public IReadOnlyList<string> Unreviewed =>
        [.. Hashes.Keys.Where(file => file != FileName && !file.StartsWith("references/", StringComparison.Ordinal) && !Covers(file)).Order(StringComparer.Ordinal)];

    internal static ReviewRecord Read(ContentReader reader) =>
        new(reader.One<ReviewFile>(FileName)?.Value.Signatures ?? [], reader.Hashes) { Terms = reader.One<ReviewTerms>(TermsFile)?.Value };

    internal IEnumerable<LibraryFault> Faults() =>
    [
        .. Signatures.Where(signed => !Hashes.ContainsKey(signed.File)).Select(signed => new LibraryFault("LIB190", FileName, 0, $"{signed.Name} signed '{signed.File}', which is not there.")),
        .. ReviewTerms.Faults(Terms, TermsFile, Hashes.Keys),
    ];
}
