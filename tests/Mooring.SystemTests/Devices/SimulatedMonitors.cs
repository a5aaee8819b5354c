using Mooring.Devices.Readings;
using Mooring.Devices.Simulator;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Devices;

public class SimulatedMonitors
{
    private static readonly MonitorIdentity Chair1 = new("0A0B0CFFFE000001", "P-1", "CLINIC^ROOM^CHAIR 1");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Monitor_and_pump_are_filed_as_they_go()
    {
        await using var gateway = new Gateway();
        using var monitor = new SimulatedMonitor(
            Settings(gateway.Port) with { Pump = (new Pump(150, 100, TimeSpan.FromMinutes(-10)), Chair1 with { Device = "0A0B0CFFFE0000F1" }) }, TimeProvider.System);

        await RunUntil(monitor, () => monitor.Acknowledged >= 10);

        Assert.Equal(0, monitor.Refused);
        Assert.Superset(
            new HashSet<string> { "hr", "spo2", "rr", "nibp-sys", "nibp-dia", "nibp-map", "etco2", "temp", "pump-rate", "pump-volume" },
            gateway.Filed.Select(value => value.Sign.Code).ToHashSet());
    }

    [Fact]
    public async Task A_monitor_sends_the_same_bytes_until_it_is_acknowledged_and_nothing_is_lost_or_double()
    {
        int port;
        List<Observed> filed;
        SimulatedMonitor monitor;
        await using (var first = new Gateway())
        {
            port = first.Port;
            monitor = new SimulatedMonitor(Settings(port), TimeProvider.System);
            first.IsStoreDown = true;
            var running = RunUntil(monitor, () => monitor.Acknowledged >= 25);
            await Until(() => first.TurnedAway > 0);
            first.IsStoreDown = false;
            await Until(() => monitor.Acknowledged >= 5);
            await first.DisposeAsync();
            await Until(() => monitor.Reconnects > 0);

            await using var second = new Gateway(port: port);
            await running;
            filed = [.. first.Filed, .. second.Filed];
        }

        monitor.Dispose();
        var ids = filed.Where(value => value.Method == "ecg").Select(value => int.Parse(value.ControlId.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(0, ids.Count), ids);
        Assert.True(monitor.Reconnects > 0);
    }

    private static SimulatedMonitorSettings Settings(int port) => new("127.0.0.1", port, Chair1) { Interval = TimeSpan.FromMilliseconds(50) };

    private static async Task RunUntil(SimulatedMonitor monitor, Func<bool> done)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = monitor.Run(stop.Token);
        await Until(done);
        await stop.CancelAsync();
        await running;
    }

    private static Task Until(Func<bool> done) => Patience.Until(done, "what the monitor was to do");
}
