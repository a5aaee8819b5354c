using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

public class SpeakingForADevice
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Two_at_once_are_both_kept_marked_and_told_and_neither_is_charted_with_a_tap()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        using var other = await seat.Monitor();
        await monitor.Ask(seat.Message("M1", Now, null, MonitoredSeat.SpO2(97)), Cancel);

        await other.Ask(Renamed(seat.Message("X1", Now, null, MonitoredSeat.SpO2(61))), Cancel);
        await monitor.Ask(seat.Message("M2", Now, null, MonitoredSeat.SpO2(98)), Cancel);

        var kept = await MonitoredSeat.Readings(clinic);
        var (offer, apart) = await clinic.As(Role.Nurse, async services => (
            services.GetRequiredService<ChartingDesk>().Offer((await services.GetRequiredService<SessionDesk>().Find(seat.Session, Cancel))!),
            await services.GetRequiredService<DeviceDesk>().Quarantine(Cancel)));
        using var nurse = await clinic.Visitor(Role.Nurse);
        var page = await nurse.GetStringAsync(new Uri($"/sessions/{seat.Session}", UriKind.Relative), Cancel);
        Assert.Equal([(97.0, "final"), (61, "not-final"), (98, "not-final")], kept.Select(one => (one.Value!.Value, one.Status)));
        Assert.All(kept, one => Assert.Equal(seat.Session, one.Session));
        Assert.Empty(offer.Values);
        Assert.Equal("DEV250", Assert.Single(apart).Code);
        Assert.Contains("Two senders speak for", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_connects_anew_takes_over_and_what_it_left_behind_is_closed()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var halfOpen = await seat.Monitor();
        await halfOpen.Ask(seat.Message("M1", Now, null, MonitoredSeat.SpO2(97)), Cancel);
        using var anew = await seat.Monitor();

        await anew.Ask(seat.Message("M2", Now, null, MonitoredSeat.SpO2(96)), Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => halfOpen.Answer(Cancel));
        Assert.Equal([(97.0, "final"), (96, "final")], (await MonitoredSeat.Readings(clinic)).Select(one => (one.Value!.Value, one.Status)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_are_still_two_after_a_restart(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        using var other = await seat.Monitor();
        await monitor.Ask(seat.Message("M1", Now, null, MonitoredSeat.SpO2(97)), Cancel);
        await other.Ask(Renamed(seat.Message("X1", Now, null, MonitoredSeat.SpO2(61))), Cancel);
        var home = await clinic.As(Role.Nurse, async services => (await services.GetRequiredService<StaffDesk>().Clinic(Cancel))!.Id);

        var disputed = await clinic.Restarted(services => Task.FromResult(services.GetRequiredService<DeviceClaims>().Of(home, seat.Device, Now)));

        Assert.Equal(2, disputed!.Senders.Count);
    }

    [Fact]
    public async Task One_that_uses_two_connections_in_turn_is_one_and_both_stay_open()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var one = await seat.Monitor();
        using var other = await seat.Monitor();

        for (var message = 0; message < 8; message++)
            await (message % 2 == 0 ? one : other).Ask(seat.Message($"M{message}", Now, null, MonitoredSeat.SpO2(90 + message)), Cancel);

        var kept = await MonitoredSeat.Readings(clinic);
        Assert.Equal(8, kept.Count);
        Assert.All(kept, value => Assert.Equal("final", value.Status));
        Assert.Empty(await clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().Quarantine(Cancel)));
    }

    [Fact]
    public async Task One_that_opens_a_connection_for_each_message_is_one()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);

        for (var message = 0; message < 8; message++)
        {
            using var once = await seat.Monitor();
            await once.Ask(seat.Message($"M{message}", Now, null, MonitoredSeat.SpO2(90 + message)), Cancel);
        }

        Assert.All(await MonitoredSeat.Readings(clinic), value => Assert.Equal("final", value.Status));
    }

    private static byte[] Renamed(byte[] message) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message).Replace("|SIM^", "|OTHER^", StringComparison.Ordinal));
}
