using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Practice.Devices;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Storage.Telemetry;

/// <summary>What is remembered of devices and sessions between two looks does not grow for as long as a server runs.</summary>
public class RememberingDevices
{
    private static readonly Id<Clinic> Here = new(AnId(1));

    [Fact]
    public void A_device_that_was_taken_away_is_forgotten_and_one_that_sends_is_not()
    {
        var traffic = new DeviceTraffic(Clinical.Content.Library);
        traffic.Heard(Here, Message("gone", Nine));
        for (var hour = 0; hour <= 30; hour++)
            traffic.Heard(Here, Message("stays", Nine.AddHours(hour)));

        Assert.Null(traffic.Of(Here, "gone", Nine.AddHours(30)));
        Assert.NotNull(traffic.Of(Here, "stays", Nine.AddHours(30)));
    }

    [Fact]
    public void A_device_that_was_silent_over_lunch_is_still_known()
    {
        var traffic = new DeviceTraffic(Clinical.Content.Library);
        traffic.Heard(Here, Message("lunch", Nine));
        for (var minute = 0; minute <= 240; minute += 10)
            traffic.Heard(Here, Message("other", Nine.AddMinutes(minute)));

        Assert.Equal(Nine, traffic.Of(Here, "lunch", Nine.AddMinutes(240))!.LastMessageAt);
    }

    [Fact]
    public void Names_that_are_made_up_fill_no_memory()
    {
        var traffic = new DeviceTraffic(Clinical.Content.Library);

        for (var n = 0; n < 20_000; n++)
            traffic.Heard(Here, Message(n.ToString(CultureInfo.InvariantCulture), Nine.AddMilliseconds(n)));

        Assert.InRange(traffic.Count, 1, 5_001);
    }

    [Fact]
    public async Task The_pump_check_of_a_session_that_nobody_looks_at_is_dropped()
    {
        var checks = new PumpChecks();
        for (var n = 0; n < 500; n++)
            await checks.Of(ASession(n), Nine.AddSeconds(n), () => Task.FromResult<PumpCheck?>(null));

        Assert.InRange(checks.Count, 1, 20);
    }

    [Fact]
    public async Task A_pump_check_is_good_for_some_seconds_and_until_something_is_entered()
    {
        var (checks, compared) = (new PumpChecks(), 0);
        Task<PumpCheck?> Compare()
        {
            compared++;
            return Task.FromResult<PumpCheck?>(null);
        }

        var session = Infusion().Running().Session;

        await checks.Of(session, Nine, Compare);
        await checks.Of(session, Nine.AddSeconds(1), Compare);
        Assert.Equal(1, compared);
        await checks.Of(Infusion().Running().Charted(20).Session, Nine.AddSeconds(2), Compare);
        Assert.Equal(2, compared);
        await checks.Of(session, Nine.AddSeconds(30), Compare);
        Assert.Equal(3, compared);
    }

    private static HeardMessage Message(string device, DateTimeOffset at) => new(1, "10.0.0.9", [device], at, at);

    private static Session ASession(int number) =>
        Session.Replay([Infusion().Entry(Session.Open(APlan(DoseRoute.Iv, 35), Iv).Value![0], 0) with { Session = new(AnId(5000 + number)) }], Iv);
}
