using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Telemetry;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

public class WatchingASessionLive
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Shows_a_device_value_and_its_point()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await using var page = await Listener.To(clinic, $"/sessions/{seat.Session}/live");
        await page.Next(one => one.Name == "beat");

        await monitor.Ask(seat.Message("M1", Now, null, MonitoredSeat.HeartRate(77)), Cancel);
        var fragment = await page.Next(one => one is { Name: "fragment", Target: "values" } && one.Html.Contains(">77", StringComparison.Ordinal));
        var points = await page.Next(one => one.Name == "points");

        Assert.Equal(("hr", 77), (Point(points).GetProperty("signal").GetString(), Point(points).GetProperty("v").GetInt32()));
        Assert.Equal("text/event-stream", page.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no-store", page.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no", page.Answer.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.NotEmpty(fragment.Id);
    }

    [Fact]
    public async Task Never_shows_another_sessions_values()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var (one, two) = (await MonitoredSeat.Seat(clinic, 1, "Noor"), await MonitoredSeat.Seat(clinic, 2, "Mara"));
        using var monitor = await one.Monitor();
        await using var first = await Listener.To(clinic, $"/sessions/{one.Session}/live");
        await using var second = await Listener.To(clinic, $"/sessions/{two.Session}/live");

        for (var i = 0; i < 10; i++)
        {
            await monitor.Ask(one.Message($"A{i}", Now, null, MonitoredSeat.HeartRate(101 + i)), Cancel);
            await monitor.Ask(two.Message($"B{i}", Now, null, MonitoredSeat.HeartRate(55 + i)), Cancel);
            await first.Next(heard => Shows(heard, 101 + i));
            await second.Next(heard => Shows(heard, 55 + i));
        }

        Assert.DoesNotContain(first.All, heard => Enumerable.Range(55, 10).Any(value => Shows(heard, value)));
        Assert.DoesNotContain(second.All, heard => Enumerable.Range(101, 10).Any(value => Shows(heard, value)));
    }

    [Fact]
    public async Task Who_comes_back_is_shown_everything_again()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await monitor.Ask(seat.Message("M1", Now, null, MonitoredSeat.HeartRate(66)), Cancel);

        await using var page = await Listener.To(clinic, $"/sessions/{seat.Session}/live?last=of-a-server-that-is-gone-7");

        Assert.Equal("series", (await page.Next(_ => true)).Name);
        Assert.Contains(">66", (await page.Next(one => one is { Name: "fragment", Target: "values" })).Html, StringComparison.Ordinal);
        await page.Next(one => one is { Name: "fragment", Target: "timeline" });
    }

    [Fact]
    public async Task An_entry_says_that_the_series_changed()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        await using var page = await Listener.To(clinic, $"/sessions/{seat.Session}/live");
        await page.Next(one => one.Name == "beat");

        await seat.Decide((session, act) => session.Note(act, "Warm and calm."));

        var timeline = await page.Next(one => one is { Name: "fragment", Target: "timeline" });
        Assert.Contains("Warm and calm.", timeline.Html, StringComparison.Ordinal);
        await page.Next(one => one.Name == "series");
    }

    [Fact]
    public async Task Ends_when_somebody_may_no_longer_come_in()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        await using var page = await Listener.To(clinic, $"/sessions/{seat.Session}/live", Role.Therapist);
        await page.Next(one => one.Name == "beat");

        await clinic.As(Role.Manager, async services =>
        {
            var db = services.GetRequiredService<MooringDb>();
            (await db.Set<StaffRow>().FindAsync([clinic.Staff[Role.Therapist].Id], Cancel))!.IsDisabled = true;
            await db.SaveChangesAsync(Cancel);
        });

        await page.Next(one => one.Name == "reload");
    }

    [Fact]
    public async Task Ends_with_the_sign_in_it_was_opened_by()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        var nurse = await clinic.Visitor(Role.Nurse);
        await using var page = await Listener.To(nurse, $"/sessions/{seat.Session}/live");
        await page.Next(one => one.Name == "beat");

        using var left = await Mooring.SystemTests.Devices.PostedForm.Leave(nurse);

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        await page.Next(one => one.Name == "reload");
    }

    [Fact]
    public async Task There_is_no_stream_and_no_series_of_a_session_that_is_not_here()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);

        using var stream = await nurse.GetAsync(new Uri("/sessions/01990000-0000-7000-8000-000000000001/live", UriKind.Relative), Cancel);
        using var series = await nurse.GetAsync(new Uri("/sessions/01990000-0000-7000-8000-000000000001/series", UriKind.Relative), Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stream.StatusCode, series.StatusCode));
    }

    [Fact]
    public async Task A_server_that_starts_again_knows_what_was_last_heard_and_how_often_it_came()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        var at = Now.AddSeconds(-10);
        for (var i = 0; i < 4; i++)
            await monitor.Ask(seat.Message($"M{i}", at.AddSeconds(i), null, MonitoredSeat.HeartRate(60 + i)), Cancel);

        var known = await clinic.Restarted(services => Task.FromResult(services.GetRequiredService<LatestReadings>().Of(seat.Session, VitalSign.HeartRate)));

        Assert.Equal((63, TimeSpan.FromSeconds(1)), (known!.Value, known.Every));
    }

    [Fact]
    public async Task Every_value_is_a_point_however_fast_they_come()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var monitor = await seat.Monitor();
        await using var page = await Listener.To(clinic, $"/sessions/{seat.Session}/live");
        await page.Next(one => one.Name == "beat");
        var begin = Now.AddSeconds(-30);
        var sent = Enumerable.Range(60, 20).ToList();

        foreach (var value in sent)
            await monitor.Ask(seat.Message($"M{value}", begin.AddSeconds(value - 60), null, MonitoredSeat.HeartRate(value)), Cancel);
        List<int> shown = [];
        while (shown.Count < sent.Count)
            shown.AddRange(Points(await page.Next(one => one.Name == "points")).Select(point => point.GetProperty("v").GetInt32()));

        Assert.Equal(sent, shown);
    }

    private static bool Shows(Heard heard, int value) =>
        heard is { Name: "fragment", Target: "values" } && heard.Html.Contains(FormattableString.Invariant($">{value}"), StringComparison.Ordinal);

    private static JsonElement Point(Heard points) => Points(points).First();

    private static IEnumerable<JsonElement> Points(Heard points) => JsonDocument.Parse(points.Data).RootElement.EnumerateArray();
}
