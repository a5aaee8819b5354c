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

    /// <summary>A pump that reports beside the monitor, and its own identity.</summary>
    public (Pump Pump, MonitorIdentity Identity)? Pump { get; init; }
}

/// <summary>
/// A monitor at a chair, speaking real HL7 over TCP: it measures on time whatever the link does, and sends each
/// message, byte for byte the same, until it is acknowledged.
/// </summary>
public sealed class SimulatedMonitor(SimulatedMonitorSettings settings, TimeProvider clock) : IDisposable
{
    // Like real monitors it keeps some minutes while nobody answers, and forgets the oldest first.
    private readonly Channel<byte[]> outbox = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(600) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly PersistentSender sender = new(settings.Host, settings.Port, clock);
    private readonly Physiology patient = new(settings.Scenario, settings.Seed, settings.DoseAt);

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
        var started = clock.GetUtcNow();
        var cuffDue = TimeSpan.Zero;
        CuffReading? cuff = null;
        using var timer = new PeriodicTimer(settings.Interval, clock);
        for (var count = 0L; ; count++)
        {
            var now = clock.GetUtcNow();
            var elapsed = now - started;
            var signs = patient.At(elapsed);
            if (elapsed >= cuffDue)
            {
                cuff = new(signs.Systolic, signs.Diastolic, Math.Round(signs.MeanPressure), now);
                cuffDue += settings.CuffEvery;
            }

            var id = FormattableString.Invariant($"{started.ToUnixTimeSeconds():x}-{count}");
            outbox.Writer.TryWrite(MonitorMessage.Compose(settings.Identity, signs, cuff?.At == now ? cuff : null, id, now));
            if (settings.Pump is var (pump, identity) && count % 10 == 0)
                outbox.Writer.TryWrite(pump.Compose(identity, elapsed, id + "P", now));
            sender.IsUnplugged = settings.Scenario == Scenario.Disconnect && elapsed.TotalSeconds is >= 30 and < 60;
            await timer.WaitForNextTickAsync(cancel);
        }
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
