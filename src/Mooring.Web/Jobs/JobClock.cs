using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Practice.Settings;
using Mooring.Storage.Jobs;

namespace Mooring.Web.Jobs;

/// <summary>Looks every few seconds for jobs that are due. Silent before the tables are there, and when the server stops.</summary>
internal sealed class JobClock(JobRunner runner, IServiceScopeFactory scopes, IHostApplicationLifetime life, ILogger<JobClock> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private bool hasWorked;
    private bool isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Started(stoppingToken);
            using var timer = new PeriodicTimer(Pause);
            do
                await Round(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (Exception failure) when (stoppingToken.IsCancellationRequested || failure is ObjectDisposedException)
        {
            // The server stops; whatever it was at is begun anew by the next.
        }
    }

    // Whoever waits to be let in goes before what nobody waits for.
    private async Task Started(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var telling = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            await runner.Round([.. (await Clinics(stop)).Select(clinic => clinic.Id)], stop);
            if (isAway)
                log.LogWarning("The jobs are looked at again.");
            (hasWorked, isAway) = (true, false);
        }
        catch (Exception failure) when (failure is DbException or IOException or TimeoutException or InvalidOperationException and not ObjectDisposedException && !stop.IsCancellationRequested)
        {
            // Told when it begins and when it ends, not every few seconds; before the first success there may be no tables yet.
            if (hasWorked && !isAway)
                log.LogWarning("The jobs can not be looked at; it is tried every few seconds until they can: {Why}", failure.Message);
            isAway = hasWorked;
        }
    }

    private async Task<IReadOnlyList<Clinic>> Clinics(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ClinicsHere>().All(cancel);
    }
}
