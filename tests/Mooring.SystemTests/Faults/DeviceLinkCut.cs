using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Mllp;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.Web;
using Mooring.Web.Intake;

namespace Mooring.SystemTests.Faults;

/// <summary>What happens to a device's link: cut in the middle, frozen, and everything said again after a restart, in any order.</summary>
public class DeviceLinkCut
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_message_cut_in_the_middle_is_nothing_and_sent_again_it_is_kept_once()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        var framed = Frame.Wrap(seat.Message("M1", Now, null, MonitoredSeat.HeartRate(72)));
        using (var monitor = await seat.Monitor())
            await monitor.Write(framed.AsMemory(0, framed.Length / 2), Cancel);
        using var again = await seat.Monitor();

        var answer = await again.Ask(framed.AsMemory(1, framed.Length - 3), Cancel);

        Assert.Contains("MSA|CA|M1", Encoding.UTF8.GetString(answer), StringComparison.Ordinal);
        Assert.Equal(72, Assert.Single(await MonitoredSeat.Readings(clinic)).Value);
        await Patience.Until(() => Link(clinic, seat) is { IsConnected: true }, "the link is shown as connected");
    }

    [Fact]
    public async Task A_device_that_closes_or_freezes_is_seen_on_its_page_and_its_values_grow_old_within_ten_seconds()
    {
        var clock = new RunningClock(Now.AddMinutes(-1));
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        clock.Pass(TimeSpan.FromMinutes(1));
        using var nurse = await clinic.Visitor(Role.Nurse);
        var frozen = await seat.Monitor();
        var at = Now;
        for (var i = 0; i < 4; i++)
            await frozen.Ask(seat.Message($"M{i}", at.AddSeconds(i - 14), null, MonitoredSeat.HeartRate(70 + i)), Cancel);

        // Its last value is eleven seconds old and the connection stands: an open link says nothing.
        var page = await nurse.GetStringAsync(new Uri($"/sessions/{seat.Session}", UriKind.Relative), Cancel);
        var open = Link(clinic, seat);
        frozen.Dispose();

        Assert.True(open!.IsConnected);
        Assert.Contains("any more: Heart rate", page, StringComparison.Ordinal);
        await Patience.Until(() => Link(clinic, seat) is { IsConnected: false, Closed: not null }, "the link is shown as closed");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Everything_said_twice_and_shuffled_after_a_restart_changes_nothing_and_gets_the_same_answers(int seed)
    {
        // Somebody sat there before the first of them was measured.
        var clock = new RunningClock(Now.AddMinutes(-2));
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        clock.Pass(TimeSpan.FromMinutes(2));
        var at = Now.AddSeconds(-30);
        var messages = Enumerable.Range(0, 20).Select(i => seat.Message($"M{i}", at.AddSeconds(i), null, MonitoredSeat.HeartRate(60 + i), MonitoredSeat.SpO2(95))).ToList();
        List<string> first = [];
        using (var monitor = await seat.Monitor())
        {
            foreach (var message in messages)
                first.Add(Encoding.UTF8.GetString(await monitor.Ask(message, Cancel)));
        }

        await using var restarted = MooringHost.Build(clinic.Services.GetRequiredService<ServerOptions>() with { MllpPort = 0 });
        await MooringHost.Prepare(restarted, Cancel);
        await restarted.StartAsync(Cancel);
        var random = new Random(seed);
        var order = Enumerable.Range(0, 40).Select(i => i % 20).OrderBy(_ => random.Next()).ToList();
        using (var monitor = await MllpClient.Connect("127.0.0.1", restarted.Services.GetRequiredService<DeviceGateway>().At!.Port, Cancel))
        {
            foreach (var one in order)
                Assert.Equal(first[one], Encoding.UTF8.GetString(await monitor.Ask(messages[one], Cancel)));
            // And one that is late: it goes to its own time, and the present stays the present.
            await monitor.Ask(seat.Message("L1", at.AddSeconds(-5), null, MonitoredSeat.HeartRate(44)), Cancel);
        }

        var kept = await MonitoredSeat.Readings(clinic);
        var shown = restarted.Services.GetRequiredService<LatestReadings>().Of(seat.Session, VitalSign.HeartRate);
        await restarted.StopAsync(Cancel);
        Assert.Equal(41, kept.Count);
        Assert.Equal(21, kept.Where(one => one.Sign == VitalSign.HeartRate).Select(one => one.At).Distinct().Count());
        Assert.Equal(79, shown!.Value);
    }

    private static DeviceLink? Link(TestClinic clinic, MonitoredSeat seat) => clinic.Services.GetRequiredService<DeviceTraffic>().Of(clinic.Clinic.Id, seat.Device, Now);
}
