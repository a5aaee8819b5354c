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
        var started = clock.GetUtcNow() - settings.Kept;
        var course = new Course(started);
        for (var past = TimeSpan.Zero; past < settings.Kept; past += KeptEvery)
            Compose(course, started + past);

        using var timer = new PeriodicTimer(settings.Interval, clock);
        do
        {
            var now = clock.GetUtcNow();
            Compose(course, now);
            sender.IsUnplugged = settings.Scenario == Scenario.Disconnect && (now - started).TotalSeconds is >= 30 and < 60;
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private void Compose(Course course, DateTimeOffset now)
    {
        var elapsed = now - course.Started;
        var signs = patient.At(elapsed);
        CuffReading? cuff = null;
        if (elapsed >= course.CuffDue)
        {
            cuff = new(signs.Systolic, signs.Diastolic, Math.Round(signs.MeanPressure), now);
            course.CuffDue += settings.CuffEvery;
        }

        var id = FormattableString.Invariant($"{course.Started.ToUnixTimeSeconds():x}-{course.Count}");
        outbox.Writer.TryWrite(MonitorMessage.Compose(settings.Identity, signs, cuff, id, now));
        if (settings.Pump is var (pump, identity) && course.Count % 10 == 0)
            outbox.Writer.TryWrite(pump.Compose(identity, elapsed, id + "P", now));
        course.Count++;
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

    /// <summary>How far the measuring has come.</summary>
    private sealed class Course(DateTimeOffset started)
    {
        public DateTimeOffset Started => started;

        public TimeSpan CuffDue { get; set; }

        public long Count { get; set; }
    }
}
