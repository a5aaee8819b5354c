using System.Text.RegularExpressions;

namespace Mooring.Kinetics.Quantities;

/// <summary>How laboratories, monitors and people write units that UCUM writes otherwise.</summary>
internal static partial class UnitSpellings
{
    /// <summary>The surface that kidney function is told by.</summary>
    public const string BodySurface = "{1.73_m2}";

    /// <summary>Words to UCUM, whatever their case; an empty one only says what is counted.</summary>
    public static readonly IReadOnlyDictionary<string, string> Words = Lines(
        "mm[Hg]: mmhg mm[hg] torr",
        "cm[H2O]: cmh2o",
        "kPa: kpa",
        "[lb_av]: lb lbs pound pounds [lb_us] lb_av",
        "[oz_av]: oz ounce ounces",
        "[stone_av]: stone",
        "[in_i]: in inch inches [in_us] in_i",
        "[ft_i]: ft foot feet",
        "kg: kgs kilo kilos kilogram kilograms",
        "g: gm gms gram grams",
        "mg: mgs milligram milligrams",
        "ug: mcg microgram micrograms",
        "ng: nanogram nanograms",
        "cm: centimeter centimeters centimetre centimetres",
        "m: meter meters metre metres",
        "L: liter liters litre litres",
        "mL: cc milliliter milliliters",
        "s: sec secs second seconds",
        "ms: msec msecs millisec millisecond milliseconds",
        "min: mins minute minutes",
        "h: hr hrs hour hours",
        "d: day days",
        "wk: week weeks",
        "mo: month months mon",
        "a: y yr yrs year years",
        "/min: bpm rpm",
        "%: percent pct",
        "[IU]: iu",
        "U: unit units",
        "m[IU]: miu milliunit milliunits",
        "u[IU]: uiu uu",
        "mmol: mmole mmoles",
        "umol: umole",
        ": beat beats breath breaths resp respirations pulse score scores point points pts");

    /// <summary>The text without what differs between spellings of the same UCUM expression.</summary>
    public static string Tidy(string unit)
    {
        var tidy = Surface().Replace(unit.Trim().Replace('\u00b5', 'u').Replace('\u03bc', 'u').Replace("\u00b2", "2", StringComparison.Ordinal), BodySurface);
        tidy = Degrees().Replace(tidy, degrees => degrees.Value.Contains('f', StringComparison.OrdinalIgnoreCase) ? "[degF]" : "Cel");
        tidy = tidy.Replace(" per ", "/", StringComparison.OrdinalIgnoreCase).Replace("mm Hg", "mm[Hg]", StringComparison.OrdinalIgnoreCase);
        return Caret().Replace(Blank().Replace(tidy, ""), "");
    }

    private static Dictionary<string, string> Lines(params IEnumerable<string> lines) =>
        (from line in lines
         let halves = line.Split(':', 2)
         from word in halves[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
         select (word, halves[0])).ToDictionary(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\{?1\.73[ _]*(m\^?2|sq\.? ?m)\}?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Surface();

    [GeneratedRegex(@"^(\u00b0 ?[FC]|\[?deg\.? ?[FC]\]?|F|C|fahrenheit|celsius|degrees? [FC]|degrees? (fahrenheit|celsius)|cel)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Degrees();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    // m^2 and m**2, but not 10*3 or 10^3.
    [GeneratedRegex(@"(?<=[A-Za-z])(\^|\*\*)(?=[0-9-])", RegexOptions.None, 1000)]
    private static partial Regex Caret();
}
