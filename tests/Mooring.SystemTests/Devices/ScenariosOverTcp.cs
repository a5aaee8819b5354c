using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Simulator;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Devices;

/// <summary>
/// Each scenario of the simulator against a whole clinic over TCP: two minutes that the monitor kept come at once, one
/// message every five seconds of them, and one measured now.
/// </summary>
public class ScenariosOverTcp
{
    private const int Kept = 24;
    private const int Sent = Kept + 1;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Normal_is_filed_whole()
    {
        await using var ran = await Ran.Of(Scenario.Normal);

        Assert.Equal(Sent, ran.Of(VitalSign.SpO2).Count);
        Assert.All(ran.Readings, one => Assert.Equal((ran.Seat.Session, null), (one.Session, one.Parked)));
        Assert.DoesNotContain(ran.Apart, one => one.IsAlert);
    }

    [Fact]
    public async Task Hypertensive_surge_is_filed_whole_with_its_peak()
    {
        await using var ran = await Ran.Of(Scenario.HypertensiveSurge, minutes: 5);

        var pressures = ran.Of(VitalSign.Systolic).Select(one => one.Value!.Value).ToList();
        Assert.Equal(11, pressures.Count);
        Assert.True(pressures.Max() - pressures[0] > 30, string.Join(' ', pressures));
        Assert.True(pressures.Max() - pressures[^1] > 15, string.Join(' ', pressures));
    }

    [Fact]
    public async Task Desaturation_is_filed_whole_with_its_lowest_value()
    {
        await using var ran = await Ran.Of(Scenario.Desaturation);

        var oxygen = ran.Of(VitalSign.SpO2).Select(one => one.Value!.Value).ToList();
        Assert.Equal(Sent, oxygen.Count);
        Assert.True(oxygen[0] - oxygen.Min() > 6, string.Join(' ', oxygen));
    }

    [Fact]
    public async Task Sensor_off_files_nothing_for_the_sensor_and_no_zero()
    {
        await using var ran = await Ran.Of(Scenario.SensorOff);

        Assert.Equal(Sent - 12, ran.Of(VitalSign.SpO2).Count);
        Assert.DoesNotContain(ran.Readings, one => one.Value is 0.0);
        Assert.Equal(Sent, ran.Of(VitalSign.RespiratoryRate).Count);
        Assert.Equal(24, ran.Apart.Count(one => one is { Code: "DEV210", IsAlert: false }));
    }

    [Fact]
    public async Task Disconnect_and_catch_up_files_each_value_once_at_its_own_time()
    {
        await using var ran = await Ran.Of(Scenario.DisconnectAndCatchUp, cut: (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(3)), live: 8);

        var times = ran.Of(VitalSign.SpO2).Select(one => one.At).Order().ToList();
        Assert.Equal(times.Distinct(), times);
        Assert.True(times.Count >= Kept + 8);
        Assert.All(times.Zip(times.Skip(1)).Take(Kept - 1), pair => Assert.Equal(TimeSpan.FromSeconds(5), pair.Second - pair.First));
        Assert.All(times.Zip(times.Skip(1)).Skip(Kept), pair => Assert.Equal(TimeSpan.FromMilliseconds(500), pair.Second - pair.First));
        Assert.True(ran.Now(VitalSign.SpO2)!.At >= times[^1]);
    }

    [Fact]
    public async Task Duplicate_and_reordered_files_each_value_once_and_shows_the_one_measured_last()
    {
        await using var ran = await Ran.Of(Scenario.DuplicateAndReordered, messages: Kept / 4 * 6);

        var oxygen = ran.Of(VitalSign.SpO2);
        Assert.Equal(Kept, oxygen.Count);
        Assert.Equal(Kept, oxygen.Select(one => one.At).Distinct().Count());
        Assert.NotEqual(oxygen.Select(one => one.At).Order(), oxygen.Select(one => one.At));
        Assert.Equal(oxygen.Max(one => one.At), ran.Now(VitalSign.SpO2)!.SaidAt);
    }

    [Fact]
    public async Task Wrong_patient_is_parked_as_long_as_it_lasts()
    {
        await using var ran = await Ran.Of(Scenario.WrongPatient);

        var oxygen = ran.Of(VitalSign.SpO2);
        var parked = oxygen.Where(one => one.Session is null).ToList();
        Assert.Equal((Sent, 6), (oxygen.Count, parked.Count));
        Assert.All(parked, one => Assert.Contains("another patient", one.Parked, StringComparison.Ordinal));
        Assert.DoesNotContain(ran.Readings, one => one.Session is null && one.Patient is not null);
    }

    [Fact]
    public async Task Dirty_vendor_values_are_kept_apart_with_their_text_and_the_rest_is_filed()
    {
        await using var ran = await Ran.Of(Scenario.DirtyVendorValues);

        // Eight ways in turn, one each message; all cuff measurements but the first are upside down, three numbers each.
        var inTurn = ran.Apart.Where(one => one.Code != "DEV217").ToList();
        Assert.Equal(Sent, inTurn.Count);
        Assert.Equal(
            ["DEV203", "DEV210", "DEV213", "DEV214", "DEV215"], inTurn.Select(one => one.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(12, ran.Apart.Count(one => one.Code == "DEV217"));
        Assert.All(inTurn, one => Assert.StartsWith("OBX|", one.Raw, StringComparison.Ordinal));
        Assert.Equal(Sent - 10, ran.Of(VitalSign.SpO2).Count);
        Assert.Equal(Sent - 6, ran.Of(VitalSign.RespiratoryRate).Count);
        Assert.Single(ran.Of(VitalSign.Systolic));
    }

    /// <summary>A scenario that has run, and what the clinic made of it.</summary>
    private sealed record Ran(TestClinic Clinic, MonitoredSeat Seat, IReadOnlyList<KeptReading> Readings, IReadOnlyList<KeptApart> Apart) : IAsyncDisposable
    {
        public static async Task<Ran> Of(Scenario scenario, double minutes = 2, int? messages = null, int live = 0, (TimeSpan, TimeSpan)? cut = null)
        {
            var clinic = await TestClinic.Start(Engine.Sqlite);
            var seat = await MonitoredSeat.Seat(clinic, 1);
            var kept = TimeSpan.FromMinutes(minutes);
            await seat.HasBeenHereFor(kept + TimeSpan.FromMinutes(1));
            var settings = new SimulatedMonitorSettings("127.0.0.1", clinic.MllpPort, new(seat.Device, seat.Number, "CLINIC^ROOM^CHAIR 1"))
            {
                Scenario = scenario,
                Seed = 4,
                Kept = kept,
                CuffEvery = TimeSpan.FromSeconds(30),
                // One measurement after what was kept, unless the scenario is to be seen live.
                Interval = live > 0 ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromHours(1),
                Cut = cut ?? (TimeSpan.Zero, TimeSpan.Zero),
            };
            var expected = messages ?? (int)(kept / TimeSpan.FromSeconds(5)) + 1 + live;
            using var monitor = new SimulatedMonitor(settings, TimeProvider.System);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var running = monitor.Run(stop.Token);
            await Patience.Until(() => Task.FromResult(monitor.Acknowledged >= expected), () => $"{expected} messages acknowledged, {monitor.Acknowledged} were.");
            await stop.CancelAsync();
            await running;
            Assert.Equal(0, monitor.Refused);

            var apart = await clinic.As(Role.Nurse, async services => await services.GetRequiredService<ReadingsBook>().Quarantine(default).ToListAsync(Cancel));
            return new(clinic, seat, await MonitoredSeat.Readings(clinic), apart);
        }

        public IReadOnlyList<KeptReading> Of(VitalSign sign) => [.. Readings.Where(one => one.Sign == sign && one.Mdc != "147842")];

        public LatestReading? Now(VitalSign sign) => Clinic.Services.GetRequiredService<LatestReadings>().Of(Seat.Session, sign);

        public ValueTask DisposeAsync() => Clinic.DisposeAsync();
    }
}
