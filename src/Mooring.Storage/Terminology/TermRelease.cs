using System.Text.Json.Serialization;

namespace Mooring.Storage.Terminology;

/// <summary>The public releases that can be loaded.</summary>
public enum TermKind
{
    Rxnorm,
    Icd10cm,
    Snomed,
}

/// <param name="Lines">All of them, those too that were not taken.</param>
public sealed record TermFile(string Name, string Sha256, long Bytes, long Lines);

/// <summary>One load of one release: what it was made of, by whom, and what was taken.</summary>
public sealed record TermRelease
{
    /// <summary>Kind and number, such as rxnorm-2: each load gets the next.</summary>
    public required string Id { get; init; }

    public required TermKind Kind { get; init; }

    public required int Number { get; init; }

    /// <summary>What its publisher calls it.</summary>
    public required string Release { get; init; }

    public required IReadOnlyList<TermFile> Files { get; init; }

    public required string LoadedBy { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>Concepts, names, relations and what else was taken.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>Lines that were not taken, by the reason.</summary>
    public required IReadOnlyDictionary<string, long> Skipped { get; init; }

    /// <summary>Ingredients that our reviewed sets have not judged.</summary>
    public int Unjudged { get; init; }

    public bool IsInForce { get; init; }

    [JsonIgnore]
    public string Title => $"{TermNames.Of(Kind)} {Release}";
}

/// <summary>Every load that is kept: of each kind the one in force, and the one before it.</summary>
public sealed record TermCatalog
{
    public const int Format = 1;

    public int WrittenAs { get; init; } = Format;

    /// <summary>A text as this version of the program compares it. Where it is another, names would not be found.</summary>
    public string Spelling { get; init; } = TermNames.Spelling;

    public IReadOnlyList<TermRelease> Releases { get; init; } = [];

    public TermRelease? InForce(TermKind kind) => Releases.FirstOrDefault(release => release.Kind == kind && release.IsInForce);

    /// <summary>The newest of a kind before this one.</summary>
    public TermRelease? Before(TermRelease release) =>
        Releases.Where(other => other.Kind == release.Kind && other.Number < release.Number).MaxBy(other => other.Number);

    /// <summary>The same, with another release of its kind in force, or none.</summary>
    public TermCatalog With(TermKind kind, TermRelease? inForce)
    {
        IEnumerable<TermRelease> same = Releases.Where(release => release.Kind == kind && release.Id != inForce?.Id).Select(release => release with { IsInForce = false });
        if (inForce is not null)
            same = same.Append(inForce with { IsInForce = true });
        return this with { Releases = [.. Releases.Where(release => release.Kind != kind), .. same.OrderBy(release => release.Number)] };
    }
}
