using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Devices.Mllp;
using Mooring.Practice.Bedside;
using Mooring.Practice.Devices;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Sessions;

/// <summary>A capnograph whose number stops, from its message to the page; and contact that does not come back.</summary>
public class LosingEtCO2
{
    private const string Monitor = "00000000000000C1";

    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
    private int messages;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_one_notice_while_the_monitor_goes_on_and_none_when_the_whole_monitor_is_gone()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Running(clinic);
        using var link = await MllpClient.Connect("127.0.0.1", clinic.MllpPort, Cancel);

        await Send(link, 20, EtCO2(38), MonitoredSeat.SpO2(97));
        Assert.DoesNotContain("EtCO2 lost", await Page(clinic, bedside, ""), StringComparison.Ordinal);
        await Send(link, 20, MonitoredSeat.SpO2(97));
        var lost = await Page(clinic, bedside, "");
        var notices = await Page(clinic, bedside, "/notices");
        clock.Pass(1);
        var silent = await Page(clinic, bedside, "");
        await Send(link, 3, EtCO2(37), MonitoredSeat.SpO2(97));
        clock.Pass(2);
        await Send(link, 3, EtCO2(37), MonitoredSeat.SpO2(97));
        var back = (await Notices(clinic, bedside)).Single();

        Assert.Contains("EtCO2, last 38 mmHg:", lost, StringComparison.Ordinal);
        Assert.DoesNotContain("stopped coming", lost, StringComparison.Ordinal);
        Assert.Contains("Taken off on purpose", notices, StringComparison.Ordinal);
        Assert.Contains($"Nothing comes from {Monitor} any more: SpO2.", silent, StringComparison.Ordinal);
        Assert.Equal(("etco2-lost", true), (back.Group, back.EndedAt is not null));
    }

    [Fact]
    public async Task Contact_is_rated_on_the_page_and_is_a_notice_when_it_does_not_come_back()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var bedside = await Running(clinic);
        clock.Pass(40);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        await Rate(bedside, "0");

        var early = await Page(clinic, bedside, "");
        clock.Pass(21);
        var late = await Page(clinic, bedside, "");
        var ratings = await Page(clinic, bedside, "/scales");
        var notice = (await Notices(clinic, bedside)).Single();
        await bedside.Do(Role.Nurse, (WatchingDesk desk, EntryStamp stamp) => desk.Acknowledge(bedside.Session, new() { Group = notice.Group, OpenedAt = notice.OpenedAt.UtcTicks, Action = "Stayed and spoke to the patient" }, stamp, default));
        await Rate(bedside, "1");
        clock.Pass(1);
        var after = await Page(clinic, bedside, "");

        Assert.DoesNotContain("Contact lost by hand at ", early, StringComparison.Ordinal);
        Assert.Contains("Contact lost by hand at ", late, StringComparison.Ordinal);
        Assert.Contains("Last looked at", late, StringComparison.Ordinal);
        Assert.Contains("Contact again", late, StringComparison.Ordinal);
        Assert.Contains("Last: lost.", ratings, StringComparison.Ordinal);
        Assert.DoesNotContain("Contact lost by hand at ", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Contact again", after, StringComparison.Ordinal);
    }

    private async Task<Bedside> Running(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await clinic.As(Role.Manager, services => services.GetRequiredService<DeviceDesk>().Tie(Monitor, bedside.Chair, Cancel));
        await bedside.Ready();
        await bedside.Start();
        return bedside;
    }

    private static Task Rate(Bedside bedside, string value) =>
        bedside.Do(Role.Nurse, (ChartingDesk desk, EntryStamp stamp) => desk.Chart(bedside.Session, new() { Values = [new() { Of = "contact", Value = value }] }, stamp, default));

    // Once a second, as a monitor does.
    private async Task Send(MllpClient link, int seconds, params string[] lines)
    {
        for (var second = 0; second < seconds; second++)
        {
            clock.Pass(1 / 60.0);
            var id = string.Create(CultureInfo.InvariantCulture, $"E{++messages}");
            var answer = Encoding.UTF8.GetString(await link.Ask(MonitoredSeat.MessageOf(Monitor, id, clock.GetUtcNow(), null, lines), Cancel));
            Assert.Contains($"MSA|CA|{id}\r", answer, StringComparison.Ordinal);
        }
    }

    private static string EtCO2(double value) =>
        string.Create(CultureInfo.InvariantCulture, $"NM|151708^MDC_CONC_AWAY_CO2_ET^MDC|1.3.1.1|{value}|266016^MDC_DIM_MMHG^MDC|||||R");

    private static async Task<string> Page(TestClinic clinic, Bedside bedside, string page)
    {
        using var nurse = await clinic.Visitor(Role.Nurse);
        return WebUtility.HtmlDecode(await nurse.GetStringAsync(new Uri($"/sessions/{bedside.Session}{page}", UriKind.Relative), Cancel));
    }

    private static Task<IReadOnlyList<Mooring.Clinical.Watching.Notice>> Notices(TestClinic clinic, Bedside bedside) => clinic.As(Role.Nurse, async services =>
    {
        var desk = services.GetRequiredService<WatchingDesk>();
        return (await desk.Notices((await services.GetRequiredService<SessionDesk>().Find(bedside.Session, Cancel))!, Cancel)).Notices;
    });
}
