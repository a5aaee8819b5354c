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

    // Taken out of the queue and not written yet; touched only by whoever is writing.
    private readonly List<(DateTimeOffset At, ReadLine Line)> taken = [];

    /// <summary>Lines that are not written yet.</summary>
    public int Waiting => waiting.Count + taken.Count;

    /// <summary>Kept when this returns; later when the database takes nothing now. It never fails the page.</summary>
    public async Task Write(ReadLine line, CancellationToken cancel)
    {
        if (IsTold(line))
            return;
        waiting.Enqueue((clock.GetUtcNow(), line));
        // A store that takes nothing for a while must not keep a page from those who need it.
        await Task.WhenAny(Try(CancellationToken.None), Task.Delay(Longest, cancel));
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
        await Try(cancellationToken);
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
            await Try(CancellationToken.None);
        }
    }

    private async Task Try(CancellationToken cancel)
    {
        if (Waiting == 0)
            return;
        await writing.WaitAsync(CancellationToken.None);
        try
        {
            while (waiting.TryDequeue(out var line))
                taken.Add(line);
            // What one clinic's part of the store does not take keeps nothing of another's from being written, once.
            foreach (var of in taken.GroupBy(one => one.Line.Clinic).ToList())
            {
                await Keep(of.Key, of, cancel);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task Keep(Id<Clinic> clinic, IEnumerable<(DateTimeOffset At, ReadLine Line)> lines, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic, null);
            var db = scope.ServiceProvider.GetRequiredService<MooringDb>();
            db.AddRange(lines.Select(one => one.Line.AsRow(one.At)));
            await db.SaveChangesAsync(cancel);
            taken.RemoveAll(one => one.Line.Clinic == clinic);
        }
        catch (Exception failure) when (IsLater(failure))
        {
            log.LogWarning(failure, "{Count} reads of charts could not be written down; they wait and are tried again.", Waiting);
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

    private static bool IsLater(Exception failure) =>
        failure is DbUpdateException or System.Data.Common.DbException or TimeoutException or OperationCanceledException or IOException;
}
