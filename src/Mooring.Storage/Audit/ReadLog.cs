using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;

namespace Mooring.Storage.Audit;

/// <summary>
/// Writes down who read what. A line is kept before its page goes out; where that can not be, in an emergency or while the
/// database takes nothing, it waits in memory and is written as soon as it can be, in the order of the looks. How many wait
/// is told (<see cref="Waiting"/>), and a stop of the server writes them first.
/// </summary>
public sealed class ReadLog(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReadLog> log) : BackgroundService
{
    private const int MostRemembered = 20_000;

    private static readonly TimeSpan Stands = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly RecentlyUsed<(Id<Clinic>, Guid, string?, string, Guid), DateTimeOffset> seen = new(MostRemembered);
    private readonly ConcurrentQueue<(DateTimeOffset At, ReadLine Line)> waiting = new();
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>Lines that are not written yet.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Kept when this returns; later when the database takes nothing now. It never fails the page.</summary>
    public async Task Write(ReadLine line, CancellationToken cancel)
    {
        if (IsTold(line))
            return;
        waiting.Enqueue((clock.GetUtcNow(), line));
        // A store that takes nothing for a while must not keep a page from those who need it.
        await Task.WhenAny(Try(), Task.Delay(Longest, cancel));
    }

    /// <summary>Kept soon: for what nobody may be held up by.</summary>
    public void WriteSoon(ReadLine line)
    {
        if (!IsTold(line))
            waiting.Enqueue((clock.GetUtcNow(), line));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await Flush(cancellationToken);
        }
        catch (Exception failure) when (IsLater(failure))
        {
            log.LogError(failure, "{Count} reads of charts could not be written down before the server stopped.", waiting.Count);
        }
    }

    public override void Dispose()
    {
        seen.Dispose();
        writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var again = new PeriodicTimer(Pause);
        while (await Next(again, stoppingToken))
        {
            await Try();
        }
    }

    private async Task Try()
    {
        try
        {
            await Flush(CancellationToken.None);
        }
        catch (Exception failure) when (IsLater(failure))
        {
            log.LogWarning(failure, "{Count} reads could not be written down; they wait and are tried again.", waiting.Count);
        }
    }

    private static async Task<bool> Next(PeriodicTimer again, CancellationToken stop)
    {
        try
        {
            return await again.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A line that stands for this look was written in the last quarter of an hour: for each patient that is shown.
    private bool IsTold(ReadLine line)
    {
        if (!line.IsRepeatable)
            return false;
        var (now, told) = (clock.GetUtcNow(), true);
        foreach (var patient in line.Patients)
        {
            var key = (line.Clinic, line.By.Id, line.SignIn, line.Page, patient);
            if (seen.TryGet(key, out var at) && (now - at).Duration() < Stands)
                continue;
            seen.Keep(key, now);
            told = false;
        }

        return told;
    }

    private async Task Flush(CancellationToken cancel)
    {
        if (waiting.IsEmpty)
            return;
        await writing.WaitAsync(cancel);
        try
        {
            var lines = waiting.ToArray();
            foreach (var of in lines.GroupBy(one => one.Line.Clinic))
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(of.Key, null);
                var db = scope.ServiceProvider.GetRequiredService<MooringDb>();
                db.AddRange(of.Select(one => one.Line.AsRow(one.At)));
                await db.SaveChangesAsync(cancel);
            }

            for (var taken = 0; taken < lines.Length; taken++)
                waiting.TryDequeue(out _);
        }
        finally
        {
            writing.Release();
        }
    }

    private static bool IsLater(Exception failure) =>
        failure is DbUpdateException or System.Data.Common.DbException or TimeoutException or OperationCanceledException or IOException;
}
