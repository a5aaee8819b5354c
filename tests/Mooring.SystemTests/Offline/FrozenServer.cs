using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Devices.Mllp;
using Mooring.Devices.Simulator;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Faults;

namespace Mooring.SystemTests.Offline;

/// <summary>A server that hangs: every connection stands, and nothing comes any more.</summary>
public class FrozenServer
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_said_on_the_page_after_five_seconds_of_the_pages_own_clock_and_no_number_looks_live()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seated = await clinic.Seat();
        var token = await clinic.TokenFor(Role.Nurse);
        using var server = await ServerProcess.Start(clinic.DataFolder, Cancel);
        var page = await Browser.Page(clinic);
        await page.Clock.InstallAsync();
        await page.GotoAsync(new Uri(server.Web, $"enter/{token}").ToString());
        await page.GotoAsync(new Uri(server.Web, $"sessions/{seated.Session}").ToString());
        await page.Locator("[data-live-state][data-state=live]").First.WaitForAsync();
        using var monitor = await MllpClient.Connect("127.0.0.1", server.MllpPort, Cancel);
        await monitor.Ask(Message(seated), Cancel);
        await page.Locator(".vital[data-sign=hr]:not(.stale) .value b", new() { HasTextString = "88" }).WaitForAsync();

        await server.Freeze(Cancel);
        await page.Clock.FastForwardAsync(5_000);

        Assert.Equal("lost", await page.Locator("[data-live-state]").First.GetAttributeAsync("data-state"));
        Assert.Equal(0, await page.Locator("#values .vital:not(.stale) time[data-stale-after]").CountAsync());
        await page.Context.DisposeAsync();
    }

    private static byte[] Message(Seat seated) => MonitorMessage.Compose(
        new(seated.Device, seated.Number, "CLINIC^ROOM^CHAIR 1"), new(88, 97, 88, 14, 38, 36.6, 120, 75), null, "F1", TimeProvider.System.GetUtcNow());
}
