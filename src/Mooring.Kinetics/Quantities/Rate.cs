namespace Mooring.Kinetics.Quantities;

/// <summary>How fast drug, as base, is infused.</summary>
public readonly record struct Rate
{
    private Rate(double milligramsPerMinute) => InMilligramsPerMinute = milligramsPerMinute;

    public static Rate Zero => default;

    public double InMilligramsPerMinute { get; }

    public static Rate MilligramsPerMinute(double value) => new(value);

    public static Rate MilligramsPerHour(double value) => new(value / 60);

    /// <summary>The steady rate that gives <paramref name="amount"/> in this time.</summary>
    public static Rate Of(Mass amount, TimeSpan over) => new(amount.InMilligrams / over.TotalMinutes);

    public static Mass operator *(Rate rate, TimeSpan over) => Mass.Milligrams(rate.InMilligramsPerMinute * over.TotalMinutes);
}
