namespace Mooring.Kinetics.Quantities;

/// <summary>Area under a concentration curve.</summary>
public readonly record struct Exposure
{
    private Exposure(double nanogramHours) => InNanogramHoursPerMilliliter = nanogramHours;

    public double InNanogramHoursPerMilliliter { get; }

    public static Exposure NanogramHoursPerMilliliter(double value) => new(value);

    public static Exposure NanogramMinutesPerMilliliter(double value) => new(value / 60);
}
