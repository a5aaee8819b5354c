namespace Mooring.Storage.Terminology;

/// <summary>
/// Leads every RxNorm concept to its ingredients. Relations are followed from what is nearer to a shelf toward the
/// ingredient, whichever way a line has them; a brand is asked only when nothing else leads there, because a brand's
/// family may hold what this product does not.
/// </summary>
internal sealed class RxnormGraph
{
    private const byte Ingredient = 0;
    private const byte Brand = 6;

    // How far from the ingredient a term type is.
    private static readonly Dictionary<string, byte> Ranks = new(StringComparer.Ordinal)
    {
        ["IN"] = Ingredient,
        ["PIN"] = 1,
        ["MIN"] = 2,
        ["SCDC"] = 3,
        ["SCDF"] = 4,
        ["SCDFP"] = 4,
        ["SCDG"] = 4,
        ["SCDGP"] = 4,
        ["SCD"] = 5,
        ["BN"] = Brand,
        ["SBDC"] = 7,
        ["SBDF"] = 8,
        ["SBDFP"] = 8,
        ["SBDG"] = 8,
        ["SBD"] = 9,
        ["GPCK"] = 10,
        ["BPCK"] = 11,
    };

    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal)
    {
        "has_ingredient", "ingredient_of", "has_ingredients", "ingredients_of", "has_precise_ingredient", "precise_ingredient_of", "consists_of", "constitutes",
        "contains", "contained_in", "tradename_of", "has_tradename", "form_of", "has_form", "isa", "inverse_isa", "part_of", "has_part",
        "quantified_form_of", "has_quantified_form",
    };

    private readonly Dictionary<long, byte> ranks = [];
    private readonly List<(long From, long To)> edges = [];
    private readonly Dictionary<long, long[]> known = [];

    public static bool IsRanked(string termType) => Ranks.ContainsKey(termType);

    public static byte RankOf(string termType) => Ranks[termType];

    public int Concepts => ranks.Count;

    public void Add(long concept, string termType)
    {
        var rank = Ranks[termType];
        ranks[concept] = ranks.TryGetValue(concept, out var other) ? Math.Min(rank, other) : rank;
    }

    /// <returns>Why the relation is not taken; null when it is.</returns>
    public string? Link(long one, long other, string relation)
    {
        if (!Leading.Contains(relation))
            return "relation that leads to no ingredient";
        if (!ranks.TryGetValue(one, out var first) || !ranks.TryGetValue(other, out var second))
            return "relation of a concept that was not taken";
        if (first == second)
            return "relation between two of the same kind";
        edges.Add((one, other));
        edges.Add((other, one));
        return null;
    }

    /// <summary>Every concept that leads to an ingredient, with its ingredients.</summary>
    public IEnumerable<(long Concept, IReadOnlyList<long> Ingredients)> Resolve()
    {
        edges.Sort();
        foreach (var concept in ranks.Keys)
        {
            if (Below(concept) is { Length: > 0 } ingredients)
                yield return (concept, ingredients);
            else if (ranks[concept] == Brand && Products(concept) is { Length: > 0 } made)
                yield return (concept, made);
        }
    }

    private long[] Below(long concept)
    {
        if (known.TryGetValue(concept, out var kept))
            return kept;
        var rank = ranks[concept];
        if (rank == Ingredient)
            return known[concept] = [concept];
        known[concept] = [];

        var below = Beside(concept).Where(other => ranks[other] < rank).Distinct().ToLookup(other => ranks[other] == Brand);
        long[] found = [.. below[false].SelectMany(Below).Distinct()];
        if (found.Length == 0)
            found = [.. below[true].SelectMany(brand => Below(brand) is { Length: > 0 } own ? own : Products(brand)).Distinct()];
        return known[concept] = found;
    }

    // A brand of several ingredients may be told only by what is sold under it.
    private long[] Products(long brand) =>
        [.. Beside(brand).Where(product => ranks[product] > Brand)
            .SelectMany(product => Beside(product).Where(other => ranks[other] != Brand && ranks[other] < ranks[product])).Distinct().SelectMany(Below).Distinct()];

    private IEnumerable<long> Beside(long concept)
    {
        var at = edges.BinarySearch((concept, long.MinValue));
        for (at = at < 0 ? ~at : at; at < edges.Count && edges[at].From == concept; at++)
            yield return edges[at].To;
    }
}
