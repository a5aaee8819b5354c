using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions.Dosing;

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
    /// <summary>What was given up to <paramref name="until"/>; in the future, what will have been at the present rate.</summary>
    internal static Regimen Of(Session session, DateTimeOffset until) => new(
        [.. session.Infusion?.Stretches(until) ?? [], .. Pushes(session, until)],
        [.. session.Of<DoseGiven>().Where(given => given.At <= until).Select(given => new Injection(given.At, given.What.Amount, given.What.Site)), .. Held(session, until)],
        [.. session.Of<DeviceUsed>().Where(used => used.At <= until).Select(used => new SprayedDevice(used.At, used.What.Number, used.What.Amount))]);

    public Mass Total =>
        Infused.Aggregate(Mass.Zero, (sum, stretch) => sum + stretch.Amount)
        + Injections.Aggregate(Mass.Zero, (sum, dose) => sum + dose.Amount)
        + Devices.Aggregate(Mass.Zero, (sum, device) => sum + device.Amount);

    public bool IsEmpty => Infused.Count == 0 && Injections.Count == 0 && Devices.Count == 0;

    private static IEnumerable<InfusedStretch> Pushes(Session session, DateTimeOffset until) => session.Of<BolusGiven>().Where(bolus => bolus.At < until)
        .Select(bolus => (bolus.At, Full: bolus.At.AddMinutes(bolus.What.Minutes), Rate: bolus.What.Amount.InMilligrams / bolus.What.Minutes))
        .Select(push => new InfusedStretch(push.At, push.Full < until ? push.Full : until, push.Rate));

    private static IEnumerable<Injection> Held(Session session, DateTimeOffset until) =>
        session.Of<HoldStarted>().Where(hold => hold.At <= until).Select(hold => new Injection(hold.At, hold.What.Amount, "under the tongue"));
}
