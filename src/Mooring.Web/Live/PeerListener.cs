using Microsoft.Extensions.Hosting;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Live;

/// <summary>Listens to the other servers of this deployment for as long as this one runs.</summary>
internal sealed class PeerListener(PeerChanges echo) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => echo.Run(stoppingToken);
}
