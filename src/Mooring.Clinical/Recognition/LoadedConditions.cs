namespace Mooring.Clinical.Recognition;

/// <summary>Where loaded releases put a code of a condition.</summary>
/// <param name="Sets">Value sets that it belongs to, or may belong to.</param>
/// <param name="IsPlaced">The releases say what it is, be it in a set or in none.</param>
internal sealed record LoadedPlace(IReadOnlyList<SetFound> Sets, bool IsPlaced);

/// <summary>
/// Finds codes and whole names of conditions in loaded releases: a concept of SNOMED CT belongs to the sets of the concepts
/// above it and of the ICD-10-CM codes it is mapped to. What only one of several codes would say is left in doubt.
/// </summary>
internal sealed class LoadedConditions(LoadedTerms loaded, ConditionReader own)
{
    public LoadedIcd? OfIcd(string code) => loaded.OfIcd(code);

    /// <summary>What ICD-10-CM calls those codes that no set holds by their prefix.</summary>
    public IEnumerable<string> NamesOf(IEnumerable<string> icd) => icd.Where(code => !own.SetsOf(code).Any()).Select(code => loaded.OfIcd(code)?.Name).OfType<string>();

    /// <summary>What SNOMED CT calls these concepts; they are read like the names that an entry has.</summary>
    public IEnumerable<string> NamesOfConcepts(IEnumerable<string> concepts) => concepts.Select(loaded.SnomedName).OfType<string>();

    /// <summary>Of SNOMED CT.</summary>
    public LoadedPlace OfConcept(string concept)
    {
        if (loaded.OfSnomed(concept) is not { } known)
            return new([], IsPlaced: false);

        IReadOnlyList<SetFound> above = [.. known.Above.SelectMany(own.SetsOfConcept).Distinct().Select(set => new SetFound(set, null))];
        IReadOnlyList<SetFound> mapped = [.. known.Placed.SelectMany(group => OneOf(concept, [.. group.Select(OfCode)])).Where(found => !above.Any(each => each.Set == found.Set && found.Doubt is not null))];
        return new([.. above, .. mapped], above.Count > 0 || known.Placed.Any(group => group.Any()));
    }

    /// <summary>Of a whole text that is exactly what a release calls a code.</summary>
    public LoadedPlace OfName(string text)
    {
        var codes = loaded.OfConditionName(Phrases.KeyOf(text, Folding.Condition));
        IReadOnlyList<LoadedPlace> places = [.. codes.Select(code => IcdCode.HasForm(code) ? new(OfCode(code), IsPlaced: true) : OfConcept(code))];
        return new(OneOf(text, [.. places.Select(place => place.Sets)]), places.Count > 0 && places.All(place => place.IsPlaced));
    }

    private IReadOnlyList<SetFound> OfCode(string icd) => [.. own.SetsOf(icd).Select(set => new SetFound(set, own.StatusOf(icd)))];

    // What all alternatives say is so; what some say may be. How it stands counts only where they agree.
    private static IReadOnlyList<SetFound> OneOf(string what, IReadOnlyList<IReadOnlyList<SetFound>> alternatives) =>
    [
        .. from same in alternatives.SelectMany(each => each).GroupBy(found => found.Set)
           let status = same.Select(found => found.Status).Distinct().ToList() is [var only] ? only : null
           let doubt = same.Select(found => found.Doubt).FirstOrDefault(each => each is not null)
           select new SetFound(same.Key, status, doubt ?? (alternatives.All(each => each.Any(found => found.Set == same.Key)) ? null : $"one of the codes of {what}")),
    ];
}
