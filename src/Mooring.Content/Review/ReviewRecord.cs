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

    /// <summary>What is signed stays signed until a single byte of it changes.</summary>
    public bool Covers(string file) => Hashes.TryGetValue(file, out var hash)
        && Signatures.Any(signed => signed.File == file && string.Equals(signed.Hash, hash, StringComparison.OrdinalIgnoreCase));

    /// <summary>The clinical files that nobody signed as they are; the review itself and the sources are not signed.</summary>
    public IReadOnlyList<string> Unreviewed =>
        [.. Hashes.Keys.Where(file => file != FileName && !file.StartsWith("references/", StringComparison.Ordinal) && !Covers(file)).Order(StringComparer.Ordinal)];

    internal static ReviewRecord Read(ContentReader reader) =>
        new(reader.One<ReviewFile>(FileName)?.Value.Signatures ?? [], reader.Hashes);

    internal IEnumerable<LibraryFault> Faults() => Signatures
        .Where(signed => !Hashes.ContainsKey(signed.File))
        .Select(signed => new LibraryFault("LIB190", FileName, 0, $"{signed.Name} signed '{signed.File}', which is not there."));
}
