using System.Globalization;

namespace Mooring.Kinetics.Quantities;

/// <summary>A number with the unit it was written in (UCUM): a threshold or a measured value whose kind is known only as data.</summary>
public readonly record struct Quantity(double Value, string Unit)
{
    /// <summary>As time, for s, min, h, d, wk, mo (30 d) and a (365 d); null for any other unit.</summary>
    public TimeSpan? AsTime => Unit switch
    {
        "s" => TimeSpan.FromSeconds(Value),
        "min" => TimeSpan.FromMinutes(Value),
        "h" => TimeSpan.FromHours(Value),
        "d" => TimeSpan.FromDays(Value),
        "wk" => TimeSpan.FromDays(7 * Value),
        "mo" => TimeSpan.FromDays(30 * Value),
        "a" => TimeSpan.FromDays(365 * Value),
        _ => null,
    };

    /// <summary>Reads "160 mm[Hg]"; null without a number, a blank and a unit.</summary>
    public static Quantity? Read(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0
            && double.TryParse(text.AsSpan(0, blank), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            && text[(blank + 1)..].Trim() is { Length: > 0 } unit
            ? new Quantity(value, unit)
            : null;
    }

    /// <summary>Whether the unit is one that can be converted at all.</summary>
    public bool IsKnown => Ucum.Read(Unit) is not null;

    /// <summary>The same in another unit, where that is exact; null when the two measure different things or one is not known.</summary>
    public Quantity? In(string unit)
    {
        if (Unit == unit)
            return this;
        if (Ucum.Read(Unit) is not { } from || Ucum.Read(unit) is not { } to || from.Of != to.Of || !MayBecome(unit))
            return null;

        var value = from.Offset.Equals(to.Offset) ? Value * (from.Factor / to.Factor) : ((Value * from.Factor) + from.Offset - to.Offset) / to.Factor;
        return new(double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), unit);
    }

    // A bare number is a part of one (0.97 is 97 %) only when it can be; a percentage is never a score.
    private bool MayBecome(string unit) => (Unit == "%") == (unit == "%") || (Unit == "1" && Value is >= 0 and <= 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} {Unit}");
}
