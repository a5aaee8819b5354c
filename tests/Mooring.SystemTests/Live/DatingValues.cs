using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Devices.Mllp;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Storage;
using Mooring.Storage.Journals;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

/// <summary>Values with another time than now, through the door of the devices to what a chair shows.</summary>
public class DatingValues
{
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite, 1)]
    [InlineData(Engine.Sqlite, 60)]
    [InlineData(Engine.Sqlite, 4320)]
    [InlineData(Engine.Postgres, 1)]
    [InlineData(Engine.Postgres, 60)]
    public async Task One_dated_ahead_is_shown_until_the_next_comes_and_hides_no_notice(Engine engine, int minutesAhead)
    {
        var clock = new PassingClock(Start);
        await using var clinic = await TestClinic.Start(engine, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        for (var second = 0; second < 15; second++)
            await Say(clock, seat, monitor, 97, clock.GetUtcNow(), clock.GetUtcNow());

        await Say(clock, seat, monitor, 98, clock.GetUtcNow().AddMinutes(minutesAhead), clock.GetUtcNow());
        var odd = Shown(clinic.Services, seat);
        var (offer, _) = await Look(clinic, seat);
        for (var second = 0; second < 20; second++)
            await Say(clock, seat, monitor, 60, clock.GetUtcNow().AddSeconds(-2), clock.GetUtcNow());

        var (_, notices) = await Look(clinic, seat);
        Assert.Equal((98.0, minutesAhead > 1), (odd.Value, odd.IsMisdated));
        Assert.Equal(odd.ReceivedAt, odd.At);
        Assert.Equal(minutesAhead == 1, offer.Values.Count > 0);
        Assert.Equal(60, Shown(clinic.Services, seat).Value);
        Assert.Equal(60, await clinic.Restarted(services => Task.FromResult(Shown(services, seat).Value)));
        Assert.Contains(notices.Notices, notice => notice.Beyond.Any(one => one.Value == 60));
        Assert.Equal(minutesAhead > 1, notices.Gaps.Any(gap => gap.Trouble == SignalTrouble.Misdated));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_clock_an_hour_behind_shows_live_values_that_are_charted_by_the_servers_time(Engine engine)
    {
        var clock = new PassingClock(Start);
        await using var clinic = await TestClinic.Start(engine, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        for (var second = 0; second < 10; second++)
            await Say(clock, seat, monitor, 97, clock.GetUtcNow().AddHours(-1), clock.GetUtcNow().AddHours(-1));

        var charted = await clinic.As(Role.Nurse, services => services.GetRequiredService<ChartingDesk>().ChartFromMonitor(seat.Session, Stamp(clock), Cancel));
        using var nurse = await clinic.Visitor(Role.Nurse);
        var page = await nurse.GetStringAsync(new Uri($"/sessions/{seat.Session}", UriKind.Relative), Cancel);

        var value = Assert.Single(charted.Value!.Chart.All);
        Assert.Equal(clock.GetUtcNow().AddSeconds(-1), value.At);
        var kept = charted.Value.Told.Select(entry => entry.What).OfType<Mooring.Clinical.Sessions.Charting.VitalsCharted>().Single().Values[0];
        Assert.Equal(value.At.AddHours(-1), kept.DeviceAt!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Contains("Monitor clock 60 min behind", page, StringComparison.Ordinal);
        Assert.DoesNotContain("any more", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_clock_put_back_by_an_hour_counts_at_once_also_after_a_restart(Engine engine)
    {
        var clock = new PassingClock(Start);
        await using var clinic = await TestClinic.Start(engine, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        for (var second = 0; second < 10; second++)
            await Say(clock, seat, monitor, 97, clock.GetUtcNow(), clock.GetUtcNow());

        await Say(clock, seat, monitor, 61, clock.GetUtcNow().AddHours(-1), clock.GetUtcNow().AddHours(-1));

        Assert.Equal((61.0, clock.GetUtcNow().AddSeconds(-1)), (Shown(clinic.Services, seat).Value, Shown(clinic.Services, seat).At));
        Assert.Equal(61, await clinic.Restarted(services => Task.FromResult(Shown(services, seat).Value)));
    }

    [Theory]
    [InlineData(Engine.Sqlite, true)]
    [InlineData(Engine.Sqlite, false)]
    [InlineData(Engine.Postgres, false)]
    public async Task What_a_monitor_had_stored_is_old_and_is_not_charted(Engine engine, bool isSentAnew)
    {
        var clock = new PassingClock(Start);
        await using var clinic = await TestClinic.Start(engine, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await Say(clock, seat, monitor, 97, clock.GetUtcNow(), clock.GetUtcNow());
        var cut = clock.GetUtcNow();
        clock.Pass(minutes: 20);

        // Either the monitor sends its values anew, or the very messages it had kept.
        for (var second = 0; second < 30; second++)
            await Say(clock, seat, monitor, 93, cut.AddSeconds(second), isSentAnew ? clock.GetUtcNow() : cut.AddSeconds(second), passes: 0.01);

        var (offer, _) = await Look(clinic, seat);
        Assert.Empty(offer.Values);
        Assert.Equal(93, Shown(clinic.Services, seat).Value);
        Assert.True(clock.GetUtcNow() - Shown(clinic.Services, seat).At > TimeSpan.FromMinutes(19));
        Assert.True(await clinic.Restarted(services => Task.FromResult(clock.GetUtcNow() - Shown(services, seat).At)) > TimeSpan.FromMinutes(19));
        Assert.All(await MonitoredSeat.Readings(clinic), kept => Assert.True(kept.MeasuredAt <= kept.ReceivedAt));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_server_whose_clock_goes_back_shows_and_watches_what_comes_from_then_on(Engine engine)
    {
        var clock = new PassingClock(Start);
        await using var clinic = await TestClinic.Start(engine, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        clock.Pass(minutes: 60);
        for (var second = 0; second < 30; second++)
            await Say(clock, seat, monitor, 97, clock.GetUtcNow(), clock.GetUtcNow());
        await Look(clinic, seat);

        clock.Set(minutesLater: -40);
        for (var second = 0; second < 30; second++)
        {
            await Say(clock, seat, monitor, 60, clock.GetUtcNow(), clock.GetUtcNow());
            await Look(clinic, seat);
        }

        var (offer, notices) = await Look(clinic, seat);
        Assert.Equal(60, Shown(clinic.Services, seat).Value);
        Assert.Equal(60, Assert.Single(offer.Values).Value);
        Assert.Contains(notices.Notices, notice => notice.Beyond.Any(one => one.Value == 60));
        Assert.All(await MonitoredSeat.Readings(clinic), kept => Assert.Equal(seat.Session, kept.Session));
        Assert.Equal(60, await clinic.Restarted(services => Task.FromResult(Shown(services, seat).Value)));
    }

    [Fact]
    public async Task What_was_measured_before_the_check_in_waits_with_its_device()
    {
        var clock = new PassingClock(Start.AddHours(-2));
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var seat = await MonitoredSeat.Seat(clinic, 1, isCheckedIn: false);
        using var monitor = await seat.Monitor();
        clock.Pass(minutes: 60);
        await seat.CheckIn();
        clock.Pass(minutes: 10);

        await Say(clock, seat, monitor, 91, clock.GetUtcNow().AddHours(-26), clock.GetUtcNow());
        await Say(clock, seat, monitor, 92, clock.GetUtcNow().AddMinutes(-11), clock.GetUtcNow());
        await Say(clock, seat, monitor, 97, clock.GetUtcNow().AddMinutes(-9), clock.GetUtcNow());

        var kept = await MonitoredSeat.Readings(clinic);
        Assert.Equal([(91.0, false), (92, false), (97, true)], kept.Select(one => (one.Value!.Value, one.Session == seat.Session)));
        Assert.Contains("before this device stood", kept[0].Parked, StringComparison.Ordinal);
        Assert.Contains("before the patient was checked in", kept[1].Parked, StringComparison.Ordinal);
    }

    private static LatestReading Shown(IServiceProvider services, MonitoredSeat seat) => services.GetRequiredService<LatestReadings>().Of(seat.Session, VitalSign.SpO2)!;

    private static async Task Say(PassingClock clock, MonitoredSeat seat, MllpClient monitor, double value, DateTimeOffset measured, DateTimeOffset sent, double passes = 1)
    {
        var id = clock.GetUtcNow().Ticks.ToString(CultureInfo.InvariantCulture);
        await monitor.Ask(seat.Message(id, sent, null, FormattableString.Invariant($"{MonitoredSeat.SpO2(value)}|||{Time(measured)}")), Cancel);
        clock.Pass(minutes: passes / 60);
    }

    private static Task<(MonitorOffer Offer, NoticePicture Notices)> Look(TestClinic clinic, MonitoredSeat seat) => clinic.As(Role.Nurse, async services =>
    {
        var session = (await services.GetRequiredService<SessionDesk>().Find(seat.Session, Cancel))!;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return (
            MonitorOffer.Of(session, services.GetRequiredService<LatestReadings>(), now),
            await services.GetRequiredService<NoticeCache>().Of(session, services.GetRequiredService<MooringDb>(), now, Cancel));
    });

    private static EntryStamp Stamp(PassingClock clock) => new(Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow(), clock.GetUtcNow());

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmss.ffff", CultureInfo.InvariantCulture) + "+0000";
}
