namespace Mooring.Clinical.Recognition;

/// <summary>An active ingredient as a public release names it.</summary>
public sealed record LoadedIngredient(string Rxnorm, string Name);

/// <summary>What our vocabulary makes of an ingredient of a release.</summary>
/// <param name="Ours">Our ingredients that it is; none when nobody here has judged it.</param>
/// <param name="Like">Of one that nobody has judged: the value set whose medicines are named so, and then it stays unknown.</param>
public sealed record JudgedIngredient(LoadedIngredient Of, IReadOnlyList<string> Ours, string? Like);

/// <summary>What stands under a spelling in the loaded releases.</summary>
/// <param name="Means">The ingredients of everything that is called so; none when nothing is.</param>
/// <param name="GoesOn">Longer names begin with it.</param>
public readonly record struct LoadedName(IReadOnlyList<LoadedIngredient> Means, bool GoesOn);

/// <summary>An ICD-10-CM code as the loaded release has it.</summary>
/// <param name="Name">Null when the release does not have the code.</param>
/// <param name="IsNone">The release has codes of its category, and not this one.</param>
/// <param name="Nearest">Of a code that is none: what the nearest code above it is called.</param>
public sealed record LoadedIcd(string? Name, bool IsNone = false, string? Nearest = null);

/// <summary>A SNOMED CT concept as the loaded release has it.</summary>
/// <param name="Above">Every concept above it.</param>
/// <param name="Placed">Where its map to ICD-10-CM puts it; the codes of one group are alternatives of which one is right.</param>
public sealed record LoadedConcept(string Name, IReadOnlyList<string> Above, IReadOnlyList<IReadOnlyList<string>> Placed);

/// <summary>What the public releases know that a clinic has loaded. This is a clinic that has loaded none.</summary>
public class LoadedTerms
{
    public static LoadedTerms None { get; } = new();

    /// <summary>Another one whenever something else is loaded.</summary>
    public virtual string Edition => "";

    /// <summary>The ingredients of an RxNorm number; none when the release does not have it.</summary>
    public virtual IReadOnlyList<LoadedIngredient> OfRxnorm(string number) => [];

    public virtual string? RxnormName(string number) => null;

    /// <param name="key">As <see cref="Folding.Medicine"/> makes spellings equal.</param>
    public virtual LoadedName OfMedicineName(string key) => new([], GoesOn: false);

    /// <summary>Null when no release of ICD-10-CM is loaded.</summary>
    public virtual LoadedIcd? OfIcd(string code) => null;

    /// <summary>Null when no release has it as a concept in force.</summary>
    public virtual LoadedConcept? OfSnomed(string concept) => null;

    /// <summary>The name of a SNOMED CT concept, be it in force or not.</summary>
    public virtual string? SnomedName(string concept) => null;

    /// <summary>The codes that are called exactly so.</summary>
    /// <param name="key">As <see cref="Folding.Condition"/> makes spellings equal.</param>
    public virtual IReadOnlyList<string> OfConditionName(string key) => [];
}
