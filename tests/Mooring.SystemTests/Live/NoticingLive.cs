using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

public class NoticingLive
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_value_beyond_a_limit_is_a_notice_on_the_page_and_a_hardly_possible_one_stands_apart()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await using var page = await Listener.To(clinic, $"/sessions/{seat.Session}/live");
        await page.Next(one => one.Name == "beat");

        await monitor.Ask(seat.Message("M1", Now, null, MonitoredSeat.HeartRate(137)), Cancel);
        var notice = await page.Next(one => one is { Name: "fragment", Target: "notices" } && one.Html.Contains("137", StringComparison.Ordinal));
        await monitor.Ask(seat.Message("M2", Now, null, MonitoredSeat.SpO2(12)), Cancel);
        var signal = await page.Next(one => one is { Name: "fragment", Target: "signals" } && one.Html.Contains("SpO2 12%", StringComparison.Ordinal));

        Assert.Contains("Acknowledge", notice.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("SpO2", notice.Html, StringComparison.Ordinal);
        Assert.Contains("implausible", signal.Html, StringComparison.Ordinal);
    }
}
