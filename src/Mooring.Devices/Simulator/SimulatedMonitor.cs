using System.Threading.Channels;

namespace Mooring.Devices.Simulator;

/// <summary>What a simulated monitor does.</summary>
public sealed record SimulatedMonitorSettings(string Host, int Port, MonitorIdentity Identity)
{
    public Scenario Scenario { get; init; }

    public int Seed { get; init; } = 1;

    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan CuffEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When dosing began, counted from the start of the simulation; negative for a session under way.</summary>
    public TimeSpan DoseAt { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For how long it has measured without a link: what it kept is sent first, one message every five seconds.</summary>
    public TimeSpan Kept { get; init; }

    /// <summary>When the link is cut, and when it is back, in the scenario that cuts it.</summary>
    public (TimeSpan From, TimeSpan Until) Cut { get; init; } = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));

    /// <summary>The monitor also sends its own alarms (IHE PCD-04), by limits of its own.</summary>
    public bool HasAlarms { get; init; }

    /// <summary>A pump that reports beside the monitor, and its own identity.</summary>
    public (Pump Pump, MonitorIdentity Identity)? Pump { get; init; }
}

/// <summary>
/// A monitor at a chair, speaking real HL7 over TCP: it measures on time whatever the link does, and sends each
/// message, byte for byte the same, until it is acknowledged.
/// </summary>
public sealed class SimulatedMonitor(SimulatedMonitorSettings settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan KeptEvery = TimeSpan.FromSeconds(5);

    // Like real monitors it keeps some minutes while nobody answers, and forgets the oldest first.
    private readonly Channel<byte[]> outbox = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(600) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly PersistentSender sender = new(settings.Host, settings.Port, clock);

    public long Acknowledged => sender.Acknowledged;

    public long Refused => sender.Refused;

    public long Reconnects => sender.Reconnects;

    /// <summary>Runs until canceled.</summary>
    public async Task Run(CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sending = Send(stop.Token);
        try
        {
            await Measure(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Being told to stop is how a monitor ends.
        }
        finally
        {
            await stop.CancelAsync();
            await sending;
        }
    }

    public void Dispose() => sender.Dispose();

    private async Task Measure(CancellationToken cancel)
    {
        var started = clock.GetUtcNow() - settings.Kept;
        var course = new MonitorCourse(settings, started);
        for (var past = TimeSpan.Zero; past < settings.Kept; past += KeptEvery)
            Put(course, past);

        using var timer = new PeriodicTimer(settings.Interval, clock);
        var next = settings.Kept;
        do
        {
            // By its own count of seconds: a tick that the machine slept through is made up for, never measured at odd times.
            var elapsed = clock.GetUtcNow() - started;
            for (; next <= elapsed; next += settings.Interval)
                Put(course, next);
            sender.IsUnplugged = settings.Scenario == Scenario.DisconnectAndCatchUp && elapsed >= settings.Cut.From && elapsed < settings.Cut.Until;
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private void Put(MonitorCourse course, TimeSpan elapsed)
    {
        foreach (var message in course.At(elapsed))
            outbox.Writer.TryWrite(message);
    }

    private async Task Send(CancellationToken cancel)
    {
        try
        {
            await foreach (var message in outbox.Reader.ReadAllAsync(cancel))
                await sender.Deliver(message, cancel);
        }
        catch (OperationCanceledException)
        {
            // What was not acknowledged by now stays unsent, as when a monitor is switched off.
        }
    }
}
