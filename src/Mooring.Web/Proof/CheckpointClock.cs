using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mooring.Practice.Records;

namespace Mooring.Web.Proof;

/// <summary>Signs the journals that have grown: at the start, for what a crash left unsigned, and every hour.</summary>
public sealed class CheckpointClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CheckpointClock> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
            await Sign(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sign(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CheckpointDesk>().SignGrown(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The clinic goes on without; what is unsigned stays visible to the verifier.
            log.LogError(failure, "No checkpoints could be signed; it is tried again in an hour.");
        }
    }
}
