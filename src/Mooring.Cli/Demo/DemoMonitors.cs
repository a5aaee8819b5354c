using Mooring.Demo;
using Mooring.Devices.Simulator;

namespace Mooring.Cli.Demo;

/// <summary>The monitors that stand at the demo's chairs: they speak real HL7 over TCP, like any other device.</summary>
internal sealed class DemoMonitors(int port) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly List<(SimulatedMonitor Monitor, Task Running)> running = [];

    /// <summary>A monitor that has stood at its chair for a while.</summary>
    /// <param name="number">The number of the person connected; null when nobody is.</param>
    /// <param name="since">How long ago it was switched on.</param>
    /// <param name="dosedAgo">How long ago dosing began there; null when it has not.</param>
    public void Start(int chair, string? number, TimeSpan since, TimeSpan? dosedAgo, Pump? pump = null)
    {
        var location = FormattableString.Invariant($"DOSING^ROOM{chair}^{chair}");
        var monitor = new SimulatedMonitor(
            new("127.0.0.1", port, new(DemoClinic.Monitors[chair - 1], number, location))
            {
                Seed = 40 + chair,
                Kept = since,
                DoseAt = dosedAgo is { } ago ? since - ago : TimeSpan.FromDays(1),
                CuffEvery = TimeSpan.FromMinutes(5),
                Pump = pump is null ? null : (pump, new(DemoClinic.Pump, number, location)),
            },
            TimeProvider.System);
        running.Add((monitor, monitor.Run(stop.Token)));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var (monitor, task) in running)
        {
            await task;
            monitor.Dispose();
        }

        stop.Dispose();
    }
}
