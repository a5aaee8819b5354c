using Mooring.Clinical;
using Mooring.Content.Yaml;

namespace Mooring.Content.Review;

/// <summary>Who signs, from the own field, before a file is put into force.</summary>
public enum Reviewer
{
    Pharmacist,
    Coder,
}

/// <summary>Which files need a signature of somebody of the field first. Read from <c>content/reviewing.yaml</c>.</summary>
public sealed record ReviewTerms
{
    public required int Version { get; init; }

    public required IReadOnlyList<ReviewNeed> Needs { get; init; }

    /// <summary>What this file needs before it is put into force.</summary>
    public IEnumerable<ReviewNeed> Of(string file) => Needs.Where(need => need.Covers(file));

    /// <summary>Each thing that is named must be there: LIB191.</summary>
    internal static IEnumerable<LibraryFault> Faults(ReviewTerms? terms, string file, IEnumerable<string> there) =>
        from need in terms?.Needs ?? []
        from named in need.Files
        where !there.Any(each => ReviewNeed.IsWithin(each, named))
        select new LibraryFault("LIB191", file, 0, $"'{named}', which a {ReviewNeed.NameOf(need.From)} signs, is not there.");
}

/// <summary>Files that need the signature of somebody of one field.</summary>
public sealed record ReviewNeed
{
    public required Reviewer From { get; init; }

    /// <summary>As in "signs medicines and doses".</summary>
    public required string About { get; init; }

    /// <summary>Below the content folder; a folder ends with a slash.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What is asked for as training.</summary>
    public required string Training { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public bool Covers(string file) => Files.Any(named => IsWithin(file, named));

    /// <summary>The right that somebody of this field has.</summary>
    public static Right RightOf(Reviewer from) => from == Reviewer.Pharmacist ? Right.ReviewMedicines : Right.ReviewCodes;

    public static string NameOf(Reviewer from) => from == Reviewer.Pharmacist ? "pharmacist" : "coder";

    internal static bool IsWithin(string file, string named) => named.EndsWith('/') ? file.StartsWith(named, StringComparison.Ordinal) : file == named;
}
