using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mooring.Storage.Secrets;

namespace Mooring.Storage.Audit;

/// <summary>
/// The lines of the log that a server writes into a copy, which is thrown away, kept in a file that only grows: every few
/// seconds, and at the end.
/// </summary>
public sealed class AccessFile(string path, IServiceScopeFactory scopes, ILogger<AccessFile> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long last = -1;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Write(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do
                await Write(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The rest is written at the stop.
        }
    }

    private async Task Write(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var lines = scope.ServiceProvider.GetRequiredService<MooringDb>().Set<AuditRow>().IgnoreQueryFilters().AsNoTracking();
        if (last < 0)
        {
            last = await lines.MaxAsync(row => (long?)row.Id, cancel) ?? 0;
            return;
        }

        var rows = await lines.Where(row => row.Id > last).OrderBy(row => row.Id).ToListAsync(cancel);
        if (rows.Count == 0)
            return;
        try
        {
            if (!File.Exists(path))
                await Private.New(path).DisposeAsync();
            await File.AppendAllLinesAsync(path, rows.Select(row => JsonSerializer.Serialize(new { clinic = row.ClinicId.Value, row.At, row.ActorId, row.ActorName, row.Action, row.Subject, row.SubjectId, row.PatientId, row.Shown, row.SignIn }, JsonSerializerOptions.Web)), cancel);
            last = rows[^1].Id;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogError("Who looked at what can not be written to {File}, and is tried again: {Why}", path, failure.Message);
        }
    }
}
