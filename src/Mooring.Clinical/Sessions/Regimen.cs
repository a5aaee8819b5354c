using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <summary>Drug that went in at one rate.</summary>
public sealed record InfusedStretch(DateTimeOffset From, DateTimeOffset Until, double MilligramsPerMinute)
{
    public Mass Amount => Mass.Milligrams((Until - From).TotalMinutes * MilligramsPerMinute);
}

public sealed record Injection(DateTimeOffset At, Mass Amount, string Site);

public sealed record SprayedDevice(DateTimeOffset At, int Number, Mass Amount);

/// <summary>What the patient was given, as a drug model wants it.</summary>
public sealed record Regimen(IReadOnlyList<InfusedStretch> Infused, IReadOnlyList<Injection> Injections, IReadOnlyList<SprayedDevice> Devices)
{
    public Mass Total =>
        Infused.Aggregate(Mass.Zero, (sum, stretch) => sum + stretch.Amount)
        + Injections.Aggregate(Mass.Zero, (sum, dose) => sum + dose.Amount)
        + Devices.Aggregate(Mass.Zero, (sum, device) => sum + device.Amount);

    public bool IsEmpty => Infused.Count == 0 && Injections.Count == 0 && Devices.Count == 0;
}
