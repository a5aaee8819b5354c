using System.Globalization;

namespace Mooring.Clinical.Dosing;

/// <summary>
/// One quantity of the sheet. Decimals, because a sheet must agree with the same sum on paper to the last digit and a
/// limit must be met exactly at its value.
/// </summary>
/// <param name="Code">Stable: <c>dose</c>, <c>rate</c>, <c>pump</c>, …</param>
/// <param name="Value">Unrounded.</param>
/// <param name="Rounded">As it is shown or set.</param>
/// <param name="Formula">The sum with its numbers filled in.</param>
public sealed record DoseLine(string Code, string Name, decimal Value, decimal Rounded, string Unit, string Formula)
{
    /// <summary>A number without trailing zeros, in no culture.</summary>
    public static string Print(decimal value) =>
        Math.Round(value, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);

    public override string ToString() => $"{Name}: {Print(Rounded)} {Unit} ({Formula})";
}
