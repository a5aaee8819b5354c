namespace Mooring.Kinetics.Quantities;

/// <summary>A person's body weight. Clinics measure in kilograms; pounds are refused, not converted.</summary>
public readonly record struct Weight
{
    private Weight(double kilograms) => InKilograms = kilograms;

    public double InKilograms { get; }

    public static Weight Kilograms(double value) => new(value);
}
