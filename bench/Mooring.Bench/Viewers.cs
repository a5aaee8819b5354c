using System.Globalization;
using System.Text.Json;

namespace Mooring.Bench;

/// <summary>People who watch: what a page's script does, without the page.</summary>
internal static class Viewers
{
    /// <summary>Keeps one stream open until cancelled; the age of each heart rate when it arrives goes to the figures.</summary>
    public static async Task Watch(Uri web, string enter, string path, Figures ages, Counters counters, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var visitor = await Enter(web, enter, stop);
                using var answer = await visitor.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, stop);
                using var lines = new StreamReader((await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(stop)));
                await Hear(lines, ages, counters, stop);
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                if (!stop.IsCancellationRequested)
                    counters.StreamsLost++;
            }
        }
    }

    /// <summary>Reads one session's readings after another, as a chart or an export does.</summary>
    public static async Task Read(Uri web, string enter, IReadOnlyList<Place> places, Figures took, CancellationToken stop)
    {
        using var visitor = await Enter(web, enter, stop);
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var begun = TimeProvider.System.GetTimestamp();
            using (await visitor.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/sessions/{places[n % places.Count].Session}/series"), stop))
                took.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromSeconds(2), stop);
        }
    }

    private static async Task<HttpClient> Enter(Uri web, string enter, CancellationToken stop)
    {
        var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = web };
        using (await visitor.GetAsync(enter, stop))
            return visitor;
    }

    private static async Task Hear(StreamReader lines, Figures ages, Counters counters, CancellationToken stop)
    {
        var name = "";
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                (name, counters.Events) = (line[7..], counters.Events + 1);
            if (name != "points" || !line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            var now = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            foreach (var point in JsonDocument.Parse(line[6..]).RootElement.EnumerateArray().Where(point => point.GetProperty("signal").GetString() == "hr"))
                ages.Add(now - (point.GetProperty("t").GetDouble() * 1000));
        }
    }
}

/// <summary>What is only counted.</summary>
internal sealed class Counters
{
    public long Sent;
    public long Reconnected;
    public long StreamsLost;
    public long Events;
}
