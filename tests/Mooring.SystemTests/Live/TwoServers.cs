using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical.Vitals;
using Mooring.Storage.Changes;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;
using Mooring.Web;

namespace Mooring.SystemTests.Live;

public class TwoServers
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_one_PostgreSQL_hear_each_other_and_show_the_same_value()
    {
        await using var clinic = await TestClinic.Start(Engine.Postgres);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await using var other = MooringHost.Build(clinic.Services.GetRequiredService<ServerOptions>() with { MllpPort = null });
        await MooringHost.Prepare(other, Cancel);
        await other.StartAsync(Cancel);
        using var watch = other.Services.GetRequiredService<ChangeFeed>().Subscribe(change => change.Clinic == clinic.Clinic.Id && change.Session == seat.Session);

        // It may need a moment before it listens; from then on nothing is missed.
        Change? heard = null;
        var sent = 0;
        await Patience.Until(
            async () =>
            {
                await monitor.Ask(seat.Message($"M{++sent}", TimeProvider.System.GetUtcNow(), null, MonitoredSeat.HeartRate(72)), Cancel);
                return watch.Changes.TryRead(out heard);
            },
            () => $"a change after {sent} messages");

        Assert.True(heard is { IsTelemetry: true, IsRewritten: false }, $"{heard}");
        Assert.Equal(72, other.Services.GetRequiredService<LatestReadings>().Of(seat.Session, VitalSign.HeartRate)?.Value);
        await other.StopAsync(Cancel);
    }
}
