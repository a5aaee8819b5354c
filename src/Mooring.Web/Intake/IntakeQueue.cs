using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Changes;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Intake;

/// <summary>
/// One writer for all devices: it takes what has gathered, commits it in one transaction, and only then lets each
/// sender be answered. Waiting for company costs a few milliseconds and saves a disk sync a message.
/// </summary>
public sealed class IntakeQueue(IServiceScopeFactory scopes, StoreHealth keeping, ServerOptions options, ILogger<IntakeQueue> log) : BackgroundService
{
    private const int LargestBatch = 500;

    // Bounded: when the disk stalls, memory does not grow.
    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(5000) { SingleReader = true });

    private readonly Dictionary<Id<Clinic>, AsyncServiceScope> writers = [];

    private int unkept;

    /// <summary>How many messages wait to be kept, those among them that are just being written.</summary>
    public int Count => Volatile.Read(ref unkept);

    /// <summary>The answer to send, once the message is committed. Throws when it could not be kept.</summary>
    public async Task<ReadOnlyMemory<byte>> Keep(Id<Clinic> clinic, IncomingMessage message, CancellationToken cancel)
    {
        var mine = new Waiting(clinic, message, new(TaskCreationOptions.RunContinuationsAsynchronously));
        Interlocked.Increment(ref unkept);
        if (!waiting.Writer.TryWrite(mine))
        {
            Interlocked.Decrement(ref unkept);
            throw new IOException("Too much waits to be kept.");
        }

        try
        {
            // A sender that is told "not now" keeps its message; one that waits in silence may give up and lose it.
            return await mine.Kept.Task.WaitAsync(options.NotNowAfter, options.Clock, cancel);
        }
        catch (TimeoutException late)
        {
            // It may still be kept. The sender will send it again and get its answer then: it changes nothing twice.
            keeping.Fails(late);
            throw new IOException("It was not kept in time.", late);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Waiting> batch = [];
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                while (batch.Count < LargestBatch && waiting.Reader.TryRead(out var next))
                    batch.Add(next);
                foreach (var clinic in batch.GroupBy(one => one.Clinic))
                    await Commit(clinic.Key, [.. clinic], stoppingToken);
                batch.Clear();
            }
        }
        finally
        {
            foreach (var writer in writers.Values)
                await writer.DisposeAsync();
        }
    }

    private async Task Commit(Id<Clinic> clinic, IReadOnlyList<Waiting> batch, CancellationToken cancel)
    {
        try
        {
            var answers = await Writer(clinic).GetRequiredService<TelemetryBook>().Keep([.. batch.Select(one => one.Message)], cancel);
            keeping.Works();
            foreach (var (one, answer) in batch.Zip(answers))
                one.Kept.TrySetResult(answer);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            keeping.Fails(failure);
            log.LogError(failure, "A batch of {Count} device messages could not be kept; the senders will send them again.", batch.Count);
            foreach (var one in batch)
                one.Kept.TrySetException(new IOException("The batch could not be committed.", failure));
            if (writers.Remove(clinic, out var broken))
                await broken.DisposeAsync();
        }
        finally
        {
            Interlocked.Add(ref unkept, -batch.Count);
        }
    }

    // One scope for as long as it works: its connection stays open and its statements stay prepared.
    private IServiceProvider Writer(Id<Clinic> clinic)
    {
        if (!writers.TryGetValue(clinic, out var writer))
        {
            writers[clinic] = writer = scopes.CreateAsyncScope();
            writer.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic, Actor.Device("Device gateway"));
        }

        return writer.ServiceProvider;
    }

    private sealed record Waiting(Id<Clinic> Clinic, IncomingMessage Message, TaskCompletionSource<ReadOnlyMemory<byte>> Kept);
}
