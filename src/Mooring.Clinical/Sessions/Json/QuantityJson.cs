using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions.Json;

/// <summary>A number and its unit in one text: <c>"35 mg"</c>. Another unit is an error, never converted.</summary>
internal abstract class QuantityJson<T>(string unit) : JsonConverter<T>
    where T : struct
{
    protected abstract T Of(double value);

    protected abstract double In(T quantity);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var suffix = " " + unit;
        if (!text.EndsWith(suffix, StringComparison.Ordinal)
            || !double.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value))
            throw new JsonException($"'{text}' is not an amount in {unit}.");
        return Of(value);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{In(value):R} {unit}"));
}

internal sealed class MassJson() : QuantityJson<Mass>("mg")
{
    protected override Mass Of(double value) => Mass.Milligrams(value);

    protected override double In(Mass quantity) => quantity.InMilligrams;
}

internal sealed class WeightJson() : QuantityJson<Weight>("kg")
{
    protected override Weight Of(double value) => Weight.Kilograms(value);

    protected override double In(Weight quantity) => quantity.InKilograms;
}
