using System.Globalization;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Tour;

public class DeviceToPixel
{
    private const int Values = 200;

    // Stands in the page and writes down when each number appears in the tile, by the machine's clock.
    private const string Watch = """
        () => {
            window.seen = {};
            const look = () => {
                const text = document.querySelector(".vital[data-sign=hr] .value b")?.textContent?.trim();
                if (text && !(text in window.seen)) window.seen[text] = Date.now();
            };
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_value_a_monitor_sends_becomes_a_number_on_the_bedside_page()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await Chairside.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        var page = await Browser.Page(clinic, Role.Nurse);
        await page.GotoAsync($"/sessions/{seat.Session}");
        await page.Locator("[data-live-state][data-state=live]").First.WaitForAsync();
        await page.EvaluateAsync(Watch);
        List<double> took = [];

        for (var i = 0; i < Values; i++)
        {
            var value = (35 + i).ToString(CultureInfo.InvariantCulture);
            var sent = TimeProvider.System.GetUtcNow();
            await monitor.Ask(seat.Message($"P{i}", sent, null, Chairside.HeartRate(35 + i)), Cancel);
            took.Add(await Shown(page, value) - (sent - DateTimeOffset.UnixEpoch).TotalMilliseconds);
            await Task.Delay(i % 10 * 20, Cancel);
        }

        took.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"device bytes to the number on the page: p50 {took[Values / 2]:0} ms, p95 {took[Values * 95 / 100]:0} ms, max {took[^1]:0} ms"));
        Assert.Equal(Values, took.Count);
        await page.Context.DisposeAsync();
    }

    private static async Task<double> Shown(IPage page, string value)
    {
        for (var waited = 0; waited < 5_000; waited += 20)
        {
            if (await page.EvaluateAsync<double>("value => window.seen[value] ?? 0", value) is > 0 and var at)
                return at;
            await Task.Delay(20, Cancel);
        }

        throw new Xunit.Sdk.XunitException($"{value} was sent and never shown.");
    }
}
