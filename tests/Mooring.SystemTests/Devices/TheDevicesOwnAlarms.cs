using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Simulator;
using Mooring.Practice.Bedside;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Devices;

public class TheDevicesOwnAlarms
{
    private static readonly SimulatedAlarm Low = new("a7", "196670^MDC_EVT_LO", "SpO2 LOW", "PM", "SP")
    {
        About = ("150456^MDC_PULS_OXIM_SAT_O2", "262688^MDC_DIM_PERCENT^MDC^%^%^UCUM"),
        Value = 88,
        Limits = "92-100",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Are_acknowledged_after_the_commit_and_shown_as_what_the_device_says(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        await seat.HasBeenHereFor(TimeSpan.FromMinutes(1));
        using var monitor = await seat.Monitor();
        using var nurse = await clinic.Visitor(Role.Nurse);
        MonitorIdentity from = new(seat.Device, seat.Number, "DOSING^ROOM1^1");

        var begun = Now.AddSeconds(-20);
        var answer = Encoding.UTF8.GetString(await monitor.Ask(AlarmMessage.Compose(from, Low, "start", "A1", begun), Cancel));
        await monitor.Ask(AlarmMessage.Compose(from, Low, "start", "A1", begun), Cancel);
        var pages = new[] { $"/sessions/{seat.Session}", "/board", "/devices", $"/devices/device?name={seat.Device}", $"/sessions/{seat.Session}/record" };
        List<string> shown = [];
        foreach (var page in pages)
            shown.Add(WebUtility.HtmlDecode(await nurse.Page(page)));
        await monitor.Ask(AlarmMessage.Compose(from, Low, "end", "A2", begun.AddSeconds(10)), Cancel);
        var over = Assert.Single(clinic.Services.GetRequiredService<LatestAlarms>().Of(seat.Session));

        Assert.Contains("MSA|CA|A1", answer, StringComparison.Ordinal);
        Assert.All(shown.Where((_, at) => at != 2), html => Assert.Contains("SpO2 LOW", html, StringComparison.Ordinal));
        Assert.Contains("1 own alarm on", shown[2], StringComparison.Ordinal);
        Assert.Contains("as the devices say", shown[0], StringComparison.Ordinal);
        Assert.Contains("as the device says", shown[1], StringComparison.Ordinal);
        // Nothing of ours speaks of it: neither a notice nor the urgency of the chair.
        Assert.DoesNotContain("SpO2 LOW", Between(shown[0], "id=\"notices\"", "</section>"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-urgency=\"alarm\"", shown[1], StringComparison.Ordinal);
        Assert.Equal((2, AlarmStage.Over), (over.Said.Count, over.Last.Stage));
        Assert.Empty(await MonitoredSeat.Readings(clinic));
    }

    [Fact]
    public async Task Are_unknown_after_a_restart_until_they_are_heard_of_again_and_stay_in_the_record()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        await seat.HasBeenHereFor(TimeSpan.FromMinutes(1));
        using var monitor = await seat.Monitor();
        await monitor.Ask(AlarmMessage.Compose(new(seat.Device, null, "DOSING"), Low with { Id = "parked" }, "start", "A0", Now.AddSeconds(-9)), Cancel);
        await monitor.Ask(AlarmMessage.Compose(new(seat.Device, seat.Number, "DOSING"), Low, "start", "A1", Now.AddSeconds(-5)), Cancel);

        var (stage, kept, parked) = await clinic.Restarted(async services =>
        {
            var alarms = services.GetRequiredService<LatestAlarms>();
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Mooring.Storage.ClinicScope>().Enter(clinic.Clinic.Id, clinic.Person(Role.Nurse));
            var session = (await scope.ServiceProvider.GetRequiredService<SessionDesk>().Find(seat.Session, Cancel))!;
            var record = await scope.ServiceProvider.GetRequiredService<ChairDevicesDesk>().Kept(session, Cancel);
            return (Assert.Single(alarms.Of(seat.Session)).StageAt(alarms.ListeningSince), record.Alarms, alarms.Of(clinic.Clinic.Id, seat.Device).Count);
        });

        Assert.Equal(AlarmStage.Unknown, stage);
        Assert.Equal("SpO2 LOW", Assert.Single(kept).Last.Words);
        Assert.Equal(2, parked);
    }

    private static string Between(string html, string from, string to) =>
        html.IndexOf(from, StringComparison.Ordinal) is >= 0 and var at ? html[at..html.IndexOf(to, at, StringComparison.Ordinal)] : "";
}
