using Mooring.Clinical.Recognition;
using Mooring.Storage.Terminology;

namespace Mooring.Practice.Recognition;

/// <summary>What came of loading a release, or of taking one out of force.</summary>
/// <param name="InForce">The release of that kind now; null when none is.</param>
/// <param name="IsSame">The same files were in force already, so nothing was done.</param>
public sealed record TermReport(TermKind Kind, TermRelease? InForce, bool IsSame)
{
    /// <summary>Ingredients of the release that our reviewed sets have not judged.</summary>
    public IReadOnlyList<JudgedIngredient> Unjudged { get; init; } = [];

    /// <summary>Where they are written down for a pharmacist.</summary>
    public string? UnjudgedFile { get; init; }

    /// <summary>Numbers and codes of our vocabulary that the release does not have, or has for something else.</summary>
    public IReadOnlyList<string> Differing { get; init; } = [];

    public IReadOnlyList<ChartChange> Changes { get; init; } = [];

    /// <summary>Those that stay unknown, because they are named like what rules look for.</summary>
    public IEnumerable<JudgedIngredient> Open => Unjudged.Where(each => each.Like is not null);
}
