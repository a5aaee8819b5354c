namespace Mooring.Kinetics.Quantities;

/// <summary>An amount of drug, always as base: a vial's label may state the hydrochloride (factor 0.867 for esketamine).</summary>
public readonly record struct Mass : IComparable<Mass>
{
    private Mass(double milligrams) => InMilligrams = milligrams;

    public static Mass Zero => default;

    public double InMilligrams { get; }

    public static Mass Milligrams(double value) => new(value);

    public static Mass operator +(Mass left, Mass right) => new(left.InMilligrams + right.InMilligrams);

    public static Mass operator -(Mass left, Mass right) => new(left.InMilligrams - right.InMilligrams);

    public static Mass operator *(Mass amount, double times) => new(amount.InMilligrams * times);

    public static bool operator <(Mass left, Mass right) => left.InMilligrams < right.InMilligrams;

    public static bool operator >(Mass left, Mass right) => left.InMilligrams > right.InMilligrams;

    public static bool operator <=(Mass left, Mass right) => left.InMilligrams <= right.InMilligrams;

    public static bool operator >=(Mass left, Mass right) => left.InMilligrams >= right.InMilligrams;

    public int CompareTo(Mass other) => InMilligrams.CompareTo(other.InMilligrams);
}
