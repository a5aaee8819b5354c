using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Mooring.Bench;

/// <summary>
/// A full house: every chair sends six signals a second, people watch, somebody reads. What it costs is written down each
/// minute as it goes, so that a run that is cut short has still said what it saw.
/// </summary>
internal static class Load
{
    private const int ValuesAMessage = 6;

    public static async Task Measure(double minutes, int chairs, int viewers, string file)
    {
        var folder = Directory.CreateTempSubdirectory("mooring-load-").FullName;
        using var clinic = await ClinicProcess.Start(folder, chairs, viewers + 2);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var (acknowledged, heard, painted, read, counters) = (new Figures("ack"), new Figures("to viewer"), new Figures("to pixel"), new Figures("series read"), new Counters());
        var up = clinic.Up;
        List<Task> all = [.. up.Places.Select((place, number) => Task.Run(() => Chairs.Send(up.Mllp, place, number, acknowledged, counters, stop.Token)))];
        for (var viewer = 0; viewer < viewers; viewer++)
        {
            var path = viewer % 5 == 4 ? "/board/live" : FormattableString.Invariant($"/sessions/{up.Places[viewer % chairs].Session}/live");
            all.Add(Viewers.Watch(up.Web, up.Enter[viewer], path, heard, counters, stop.Token));
        }

        all.Add(Viewers.Read(up.Web, up.Enter[viewers], up.Places, read, stop.Token));
        using var page = Page(up, up.Enter[viewers + 1]);
        page.OutputDataReceived += (_, line) => Array.ForEach(line.Data is { Length: > 0 } said ? JsonSerializer.Deserialize<double[]>(said)! : [], painted.Add);
        page.BeginOutputReadLine();

        await using (var book = new StreamWriter(file, append: false) { AutoFlush = true })
        {
            void Say(string line)
            {
                Console.WriteLine(line);
                book.WriteLine(line);
            }

            Say($"{chairs} chairs x 1 Hz x {ValuesAMessage} signals, {viewers} viewers, one reader, one browser page, {minutes} minutes, {Environment.ProcessorCount} processors");
            var samples = await Follow(clinic, folder, minutes, counters, [acknowledged, heard, painted, read], Say, stop.Token);
            try
            {
                await Task.WhenAll(all);
            }
            catch (OperationCanceledException)
            {
                // The time is up.
            }

            Array.ForEach([acknowledged, heard, painted, read], one => Say($"altogether {one.Altogether()}"));
            Say($"messages {counters.Sent}, reconnected {counters.Reconnected}, streams lost {counters.StreamsLost}, events to viewers {counters.Events}");
            Say($"slope of working set {Slope(samples, one => one.WorkingSet):F2} MB/min, of heap {Slope(samples, one => one.Heap):F2} MB/min");
            page.Kill(entireProcessTree: true);
            clinic.Dispose();
            Say($"storage {Size(folder) / Math.Max(1.0, counters.Sent * ValuesAMessage):F0} bytes a value, raw message, answer and indexes included");
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<(double Minute, double WorkingSet, double Heap)>> Follow(
        ClinicProcess clinic, string folder, double minutes, Counters counters, Figures[] figures, Action<string> say, CancellationToken stop)
    {
        List<(double, double, double)> samples = [];
        var watch = Stopwatch.StartNew();
        var step = TimeSpan.FromMinutes(Math.Min(1, minutes / 4));
        var (cpu, at, sent) = (clinic.Cpu, watch.Elapsed, 0L);
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(step, CancellationToken.None);
            var own = await clinic.Ask();
            var (nowCpu, now, nowSent) = (clinic.Cpu, watch.Elapsed, Interlocked.Read(ref counters.Sent));
            samples.Add((now.TotalMinutes, clinic.WorkingSet / 1048576.0, own.Heap / 1048576.0));
            say($"{now.TotalMinutes:F1} min: {(nowSent - sent) / (now - at).TotalSeconds:F0} messages/s; cpu {(nowCpu - cpu) / (now - at) / Environment.ProcessorCount:P0} of the machine; "
                + $"working set {clinic.WorkingSet >> 20} MB, heap {own.Heap >> 20} MB, queue {own.Queued}, threads {own.Threads}, full collections {own.Collections}; disk {Size(folder) >> 20} MB; "
                + string.Join("; ", figures.Select(one => one.Lately())));
            (cpu, at, sent) = (nowCpu, now, nowSent);
        }

        return samples;
    }

    private static Process Page(ClinicUp up, string enter)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "../../../../Receivers/pixel.mjs");
        return Process.Start(new ProcessStartInfo("node", ["--experimental-websocket", "--no-warnings", script, new Uri(up.Web, enter).ToString(), new Uri(up.Web, $"/sessions/{up.Places[0].Session}").ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
    }

    private static long Size(string folder) => Directory.EnumerateFiles(folder, "mooring.db*").Sum(file => new FileInfo(file).Length);

    // Least squares over the second half: the first fills caches.
    private static double Slope(List<(double Minute, double WorkingSet, double Heap)> samples, Func<(double Minute, double WorkingSet, double Heap), double> of)
    {
        var half = samples[(samples.Count / 2)..];
        var (x, y) = (half.Average(one => one.Minute), half.Average(of));
        var spread = half.Sum(one => (one.Minute - x) * (one.Minute - x));
        return spread == 0 ? 0 : half.Sum(one => (one.Minute - x) * (of(one) - y)) / spread;
    }
}
