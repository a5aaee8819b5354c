using System.Globalization;
using Mooring.Kinetics.Quantities;
using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Yaml;

/// <summary>Single values: text, numbers, dates, enum members in kebab-case, and quantities with their unit.</summary>
public static class YamlWords
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly Dictionary<Type, (string Like, Func<string, object?> Read)> Words = new()
    {
        [typeof(string)] = ("text", text => text),
        [typeof(bool)] = ("true or false", text => text switch { "true" => true, "false" => false, _ => null }),
        [typeof(int)] = ("a whole number", text => int.TryParse(text, NumberStyles.AllowLeadingSign, Plain, out var n) ? n : null),
        [typeof(double)] = ("a number", text => Number(text)),
        [typeof(DateOnly)] = ("a date such as 2026-01-31", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", Plain, DateTimeStyles.None, out var on) ? on : null),
    };

    /// <summary>Types that are written as number and unit. A bare number is a fault: nobody may guess the unit.</summary>
    private static readonly Dictionary<Type, (string Like, Func<Quantity, object?> Read)> Quantities = new()
    {
        [typeof(Quantity)] = ("'160 mm[Hg]'", quantity => quantity),
        [typeof(TimeSpan)] = ("'5 min' (s, min, h, d, wk)", quantity => quantity.AsTime),
        [typeof(Mass)] = ("'50 mg'", quantity => quantity.Unit == "mg" ? Mass.Milligrams(quantity.Value) : null),
        [typeof(Weight)] = ("'82.4 kg'", quantity => quantity.Unit == "kg" ? Weight.Kilograms(quantity.Value) : null),
    };

    /// <summary>Another type that is written as number and unit; <paramref name="read"/> returns null for a wrong unit.</summary>
    public static void AddQuantity<T>(string like, Func<Quantity, object?> read)
    {
        lock (Quantities)
            Quantities[typeof(T)] = (like, read);
    }

    internal static bool CanRead(Type wanted) => wanted.IsEnum || Words.ContainsKey(wanted) || Quantities.ContainsKey(wanted);

    internal static object? Read(YamlScalarNode node, Type wanted, YamlPlace place)
    {
        var text = node.Value ?? "";
        if (wanted.IsEnum)
            return ReadEnum(node, text, wanted, place);

        if (Quantities.TryGetValue(wanted, out var quantity))
        {
            return (Quantity.Read(text) is { } read ? quantity.Read(read) : null)
                ?? place.Fault("LIB107", node, $"'{text}' is not a quantity with its unit, such as {quantity.Like}.");
        }

        return Words[wanted].Read(text) ?? place.Fault("LIB106", node, $"Expected {Words[wanted].Like}, found '{text}'.");
    }

    private static object? ReadEnum(YamlScalarNode node, string text, Type wanted, YamlPlace place)
    {
        var names = Enum.GetNames(wanted);
        var name = names.FirstOrDefault(name => YamlRecords.Kebab(name) == text);
        return name is null
            ? place.Fault("LIB109", node, $"'{text}' is not one of {string.Join(", ", names.Select(YamlRecords.Kebab))}.")
            : Enum.Parse(wanted, name);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, Plain, out var n) && double.IsFinite(n) ? n : null;
}
