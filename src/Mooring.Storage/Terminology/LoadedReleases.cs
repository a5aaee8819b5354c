using System.Globalization;
using Mooring.Clinical.Recognition;

namespace Mooring.Storage.Terminology;

/// <summary>What the indexes of the loaded releases know.</summary>
internal sealed class LoadedReleases : LoadedTerms
{
    private const int Category = 3;

    private readonly TermIndexReader? rxnorm;
    private readonly TermIndexReader? icd;
    private readonly TermIndexReader? snomed;

    private LoadedReleases(IReadOnlyDictionary<TermKind, (string Id, TermIndexReader Index)> of)
    {
        Edition = string.Join(' ', of.Values.Select(each => each.Id).Order(StringComparer.Ordinal));
        (rxnorm, icd, snomed) = (Index(TermKind.Rxnorm), Index(TermKind.Icd10cm), Index(TermKind.Snomed));
        TermIndexReader? Index(TermKind kind) => of.TryGetValue(kind, out var found) ? found.Index : null;
    }

    public override string Edition { get; }

    public static LoadedTerms Of(IReadOnlyDictionary<TermKind, (string Id, TermIndexReader Index)> of) => of.Count == 0 ? None : new LoadedReleases(of);

    public override IReadOnlyList<LoadedIngredient> OfRxnorm(string number) =>
        rxnorm is not null && Number(number) is { } code ? Ingredients(rxnorm.Linked(code)) : [];

    public override string? RxnormName(string number) => Number(number) is { } code ? rxnorm?.Name(code) : null;

    public override LoadedName OfMedicineName(string key)
    {
        if (rxnorm?.NameFrom(key) is not { } next || !next.StartsWith(key, StringComparison.Ordinal))
            return new([], GoesOn: false);
        return next == key
            ? new(Ingredients(rxnorm.LinkedByName(key)), rxnorm.NameBehind(key)?.StartsWith(key, StringComparison.Ordinal) == true)
            : new([], GoesOn: true);
    }

    public override LoadedIcd? OfIcd(string code)
    {
        if (icd is null)
            return null;
        var bare = IcdCode.Bare(code).ToUpperInvariant();
        if (icd.Name(bare) is { } name)
            return new(name);
        if (bare.Length <= Category || icd.Name(bare[..Category]) is null)
            return new((string?)null);

        var nearest = Enumerable.Range(Category, bare.Length - Category).Reverse().Select(length => icd.Name(bare[..length])).FirstOrDefault(above => above is not null);
        return new(null, IsNone: true, nearest);
    }

    public override LoadedConcept? OfSnomed(string concept)
    {
        if (snomed is null || Number(concept) is not { } code || !snomed.Has(code, standing: 1))
            return null;
        return new(snomed.Name(code) ?? concept, snomed.AllAbove(code),
            [.. snomed.Maps(code).GroupBy(map => map.Group).Select(group => (IReadOnlyList<string>)[.. group.Select(map => map.Target)])]);
    }

    public override string? SnomedName(string concept) => Number(concept) is { } code ? snomed?.Name(code) : null;

    public override IReadOnlyList<string> OfConditionName(string key) =>
        key.Length == 0 ? [] : [.. icd?.CodesByName(key) ?? [], .. snomed?.CodesByName(key) ?? []];

    private static IReadOnlyList<LoadedIngredient> Ingredients(IEnumerable<(string Code, string Name)> found) => [.. found.Select(each => new LoadedIngredient(each.Code, each.Name))];

    private static object? Number(string code) => long.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
