using System.Globalization;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Tour;

public class DeviceToPixel
{
    private const int Values = 30;

    // Stands in the page and writes down each number that appears in the tile, in order.
    private const string Watch = """
        () => {
            window.seen = [];
            const look = () => {
                const text = document.querySelector(".vital[data-sign=hr] .value b")?.textContent?.trim();
                if (text && window.seen.at(-1) !== text) window.seen.push(text);
            };
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_value_a_monitor_sends_becomes_a_number_on_the_bedside_page()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        var page = await Browser.Page(clinic, Role.Nurse);
        await page.GotoAsync($"/sessions/{seat.Session}");
        await page.Locator("[data-live-state][data-state=live]").First.WaitForAsync();
        await page.EvaluateAsync(Watch);

        var sent = Enumerable.Range(35, Values).Select(value => value.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var value in sent)
        {
            await monitor.Ask(seat.Message($"P{value}", TimeProvider.System.GetUtcNow(), null, MonitoredSeat.HeartRate(int.Parse(value, CultureInfo.InvariantCulture))), Cancel);
            await page.WaitForFunctionAsync("value => window.seen.at(-1) === value", value);
        }

        Assert.Equal(sent, (await page.EvaluateAsync<string[]>("window.seen")).SkipWhile(shown => shown != sent[0]));
        await page.Context.DisposeAsync();
    }
}
