namespace Mooring.Devices.Simulator;

/// <summary>A simulated infusion pump: it runs at one rate from when the dose begins until the bag is in.</summary>
/// <param name="RatePerHour">mL/h.</param>
/// <param name="Volume">mL to be infused.</param>
/// <param name="BeginsAt">Counted from the start of the simulation; negative for one under way.</param>
public sealed record Pump(double RatePerHour, double Volume, TimeSpan BeginsAt)
{
    public double RateAt(TimeSpan elapsed) => elapsed >= BeginsAt && DeliveredAt(elapsed) < Volume ? RatePerHour : 0;

    public double DeliveredAt(TimeSpan elapsed) => Math.Clamp((elapsed - BeginsAt).TotalHours * RatePerHour, 0, Volume);

    /// <summary>What it sends, in the containment of the infusion pump profile.</summary>
    public byte[] Compose(MonitorIdentity from, TimeSpan elapsed, string controlId, DateTimeOffset at)
    {
        var rate = RateAt(elapsed);
        var message = new Pcd01(from, "MOORING_PUMP", controlId, at);
        message.Device("70049^MDC_DEV_PUMP_INFUS_LVP_MDS", "1.0.0.0", instance: from.Instance("PUMP"));
        message.Device("70050^MDC_DEV_PUMP_INFUS_LVP_VMD", "1.1.0.0");
        message.Device("70067^MDC_DEV_PUMP_DELIVERY_INFO", "1.1.1.0");
        message.Text("184519^MDC_PUMP_INFUSING_STATUS", "1.1.1.1", rate > 0 ? "^pump-status-infusing" : "^pump-status-not-infusing");
        message.Number("158014^MDC_FLOW_FLUID_PUMP_CURRENT", "1.1.1.2", rate, Units.PerHour, "0.##");
        message.Number("157784^MDC_FLOW_FLUID_PUMP", "1.1.1.4", RatePerHour, Units.PerHour, "0.##");
        message.Number("157993^MDC_VOL_FLUID_DELIV_TOTAL", "1.1.1.3", DeliveredAt(elapsed), Units.Milliliters, "0.00");
        return message.Bytes();
    }
}
