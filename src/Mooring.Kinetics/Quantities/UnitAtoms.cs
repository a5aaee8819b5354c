namespace Mooring.Kinetics.Quantities;

/// <summary>The units that a record of a patient is written in, by their UCUM symbols, and what people write for them.</summary>
internal static class UnitAtoms
{
    private const double MillimeterOfMercury = 133.322387415;

    public static readonly IReadOnlyDictionary<string, UnitMeaning> Temperatures = new Dictionary<string, UnitMeaning>(StringComparer.Ordinal)
    {
        ["K"] = new(1, "K1"),
        ["Cel"] = new(1, "K1", 273.15),
        ["[degF]"] = new(1 / 1.8, "K1", 459.67 / 1.8),
    };

    // International units are counted with units of activity: laboratories write one for the other.
    private static readonly Dictionary<string, UnitMeaning> WithPrefix = new(StringComparer.Ordinal)
    {
        ["g"] = new(1, "g1"),
        ["m"] = new(1, "m1"),
        ["s"] = new(1, "s1"),
        ["mol"] = new(1, "mol1"),
        ["L"] = new(1e-3, "m3"),
        ["l"] = new(1e-3, "m3"),
        ["U"] = new(1, "iu1"),
        ["[IU]"] = new(1, "iu1"),
        ["[iU]"] = new(1, "iu1"),
        ["kat"] = new(6e7, "iu1"),
        ["eq"] = new(1, "eq1"),
        ["osm"] = new(1, "osm1"),
        ["Hz"] = new(1, "s-1"),
        ["Pa"] = new(1e3, "g1 m-1 s-2"),
        ["bar"] = new(1e8, "g1 m-1 s-2"),
        ["m[Hg]"] = new(MillimeterOfMercury * 1e6, "g1 m-1 s-2"),
        ["m[H2O]"] = new(9806.65 * 1e3, "g1 m-1 s-2"),
    };

    private static readonly Dictionary<string, UnitMeaning> Alone = new(StringComparer.Ordinal)
    {
        ["%"] = new(0.01, ""),
        ["min"] = new(60, "s1"),
        ["h"] = new(3600, "s1"),
        ["d"] = new(86_400, "s1"),
        ["wk"] = new(604_800, "s1"),
        ["mo"] = new(2_629_800, "s1"),
        ["a"] = new(31_557_600, "s1"),
        ["[lb_av]"] = new(453.59237, "g1"),
        ["[oz_av]"] = new(28.349523125, "g1"),
        ["[stone_av]"] = new(6350.29318, "g1"),
        ["[in_i]"] = new(0.0254, "m1"),
        ["[ft_i]"] = new(0.3048, "m1"),
        ["[in_us]"] = new(100 / 3937d, "m1"),
        ["[ft_us]"] = new(1200 / 3937d, "m1"),
    };

    private static readonly Dictionary<char, double> Prefixes = new()
    {
        ['G'] = 1e9,
        ['k'] = 1e3,
        ['h'] = 1e2,
        ['d'] = 1e-1,
        ['c'] = 1e-2,
        ['m'] = 1e-3,
        ['u'] = 1e-6,
        ['n'] = 1e-9,
        ['p'] = 1e-12,
        ['f'] = 1e-15,
    };

    /// <summary>A symbol with or without a prefix, or a word for one; null when it is neither.</summary>
    public static UnitMeaning? Find(string symbol)
    {
        if (Symbol(symbol) is { } exact)
            return exact;
        if (UnitSpellings.Words.TryGetValue(symbol, out var word))
            return word.Length == 0 ? new(1, "") : Ucum.Read(word);
        return IsMega(symbol) ? null : Symbol(symbol.ToLowerInvariant());
    }

    // A capital M before a small letter is a million; whoever wrote it may have meant a thousandth.
    private static bool IsMega(string symbol) => symbol.Length > 1 && symbol[0] == 'M' && char.IsLower(symbol[1]);

    private static UnitMeaning? Symbol(string symbol)
    {
        if (Alone.TryGetValue(symbol, out var alone) || WithPrefix.TryGetValue(symbol, out alone))
            return alone;
        return symbol.Length > 1 && Prefixes.TryGetValue(symbol[0], out var times) && WithPrefix.TryGetValue(symbol[1..], out var unit)
            ? unit with { Factor = unit.Factor * times }
            : null;
    }
}
