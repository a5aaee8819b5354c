using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Demo;
using Mooring.Practice.Records;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Faults;

public class JumpingClock
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_the_server_neither_loses_a_value_nor_puts_the_record_out_of_order()
    {
        var start = TimeProvider.System.GetUtcNow();
        var clock = new SetClock(start);
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1, isCheckedIn: false);
        using var monitor = await seat.Monitor();

        clock.Pass(minutes: -60);
        await seat.CheckIn();
        await monitor.Ask(seat.Message("C1", start.AddSeconds(1), null, MonitoredSeat.HeartRate(71)), Cancel);
        clock.Pass(minutes: 180);
        await monitor.Ask(seat.Message("C2", start.AddSeconds(2), null, MonitoredSeat.HeartRate(72)), Cancel);
        clock.Pass(minutes: -120);
        await monitor.Ask(seat.Message("C3", start.AddSeconds(3), null, MonitoredSeat.HeartRate(73)), Cancel);

        var kept = (await MonitoredSeat.Readings(clinic)).OrderBy(one => one.At).ToList();
        Assert.Equal([("C1", true), ("C2", false), ("C3", false)], kept.Select(one => (one.ControlId, one.TimeDoubt is not null)));
        Assert.All(kept, one => Assert.Equal(seat.Session, one.Session));
        Assert.Equal(73, clinic.Services.GetRequiredService<LatestReadings>().Of(seat.Session, VitalSign.HeartRate)?.Value);
        Assert.All(await clinic.As(Role.Nurse, services => services.GetRequiredService<VerifyDesk>().Walk(seat.Session, Cancel)), one => Assert.Null(one.Break));
    }
}
