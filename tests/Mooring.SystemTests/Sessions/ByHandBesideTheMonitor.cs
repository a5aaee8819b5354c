using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

public class ByHandBesideTheMonitor
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_far_from_the_monitor_is_asked_about_and_its_notice_says_whose_it_is()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        var page = await Browser.Page(clinic, Role.Nurse, width: 1024, height: 768, isTouched: true);
        await monitor.Ask(seat.Message("M1", TimeProvider.System.GetUtcNow(), null, MonitoredSeat.SpO2(98)), Cancel);

        await page.GotoAsync($"/sessions/{seat.Session}/vitals");
        await page.FillAsync("#spo2", "72");
        await monitor.Ask(seat.Message("M2", TimeProvider.System.GetUtcNow(), null, MonitoredSeat.SpO2(98)), Cancel);
        await page.Press("Save vital signs");
        var asked = await page.Refused();
        await page.GetByLabel("I looked twice: the numbers are right").CheckAsync();
        await page.Done("Save vital signs");
        await monitor.Ask(seat.Message("M3", TimeProvider.System.GetUtcNow(), null, MonitoredSeat.SpO2(98)), Cancel);
        var notice = page.Locator("#notices h3").Filter(new() { HasText = "monitor now 98%" });
        await notice.WaitForAsync();

        Assert.StartsWith("SpO2 72% by hand, the monitor says 98%: keep it?", asked, StringComparison.Ordinal);
        Assert.Matches(@"^SpO2 72% by hand at \d{1,2}:\d\d [AP]M: below 90%; monitor now 98%\.$", await notice.InnerTextAsync());
        await page.Context.DisposeAsync();
    }
}
