namespace Mooring.Kinetics.Quantities;

/// <summary>Drug as base in plasma, or at the effect site.</summary>
public readonly record struct Concentration : IComparable<Concentration>
{
    private Concentration(double nanograms) => InNanogramsPerMilliliter = nanograms;

    public double InNanogramsPerMilliliter { get; }

    public static Concentration NanogramsPerMilliliter(double value) => new(value);

    public static bool operator <(Concentration left, Concentration right) => left.CompareTo(right) < 0;

    public static bool operator >(Concentration left, Concentration right) => left.CompareTo(right) > 0;

    public static bool operator <=(Concentration left, Concentration right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Concentration left, Concentration right) => left.CompareTo(right) >= 0;

    public int CompareTo(Concentration other) => InNanogramsPerMilliliter.CompareTo(other.InNanogramsPerMilliliter);
}
