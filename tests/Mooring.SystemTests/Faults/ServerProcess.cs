using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>The server as people run it, in a process of its own: <c>mooring serve</c>. It can be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string[]> said;

    private ServerProcess(Process process, Uri web, int mllpPort, params Task<string>[] said) => (this.process, Web, MllpPort, this.said) = (process, web, mllpPort, Task.WhenAll(said));

    public Uri Web { get; }

    public int MllpPort { get; }

    public bool HasExited => process.HasExited;

    /// <summary>Starts it and waits until it says where it listens.</summary>
    /// <param name="port">Where a browser already looks for it; 0 takes any.</param>
    /// <param name="more">Further options of <c>serve</c>.</param>
    public static async Task<ServerProcess> Start(string data, CancellationToken cancel, string? postgres = null, int port = 0, string[]? more = null, params string[] within)
    {
        var process = Begin(data, postgres, port, more, within);
        var said = new List<string>();
        (Uri? web, var mllp) = (null, 0);
        while (web is null)
        {
            if (await process.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(Patience.Long, cancel) is not { } line)
                throw new InvalidOperationException($"The server did not start: {string.Join('\n', said)}\n{await process.StandardError.ReadToEndAsync(cancel)}");
            said.Add(line);
            if (Where().Match(line) is { Success: true } where)
                (web, mllp) = (new(where.Groups[1].Value), where.Groups[2] is { Success: true } monitors ? int.Parse(monitors.Value, CultureInfo.InvariantCulture) : 0);
        }

        var log = new HostLog();
        return new(process, web, mllp, Task.FromResult(string.Join('\n', said)), Hear(process.StandardOutput, log, cancel), Hear(process.StandardError, log, cancel));
    }

    /// <summary>Whether a process may mount a disk that nobody else sees: some machines forbid it to all but their administrator.</summary>
    public static async Task<bool> MayHaveADiskOfItsOwn(CancellationToken cancel)
    {
        var start = new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", Path.GetTempPath()]) { RedirectStandardError = true };
        using var trial = Process.Start(start)!;
        await trial.WaitForExitAsync(cancel);
        return trial.ExitCode == 0;
    }

    /// <summary>Starts it on a copy of the data, on a disk of its own that is this small; it goes when the server goes.</summary>
    public static async Task<(ServerProcess Server, string Disk)> StartOnSmallDisk(string data, int megabytes, CancellationToken cancel)
    {
        var place = Directory.CreateTempSubdirectory("mooring-disk-").FullName;
        var mount = $"mount -t tmpfs -o size={megabytes.ToString(CultureInfo.InvariantCulture)}m none {place} && cp -a {data}/. {place}/ && exec \"$0\" \"$@\"";
        var server = await Start(place, cancel, within: ["unshare", "--map-root-user", "--mount", "sh", "-c", mount]);
        return (server, $"/proc/{server.process.Id.ToString(CultureInfo.InvariantCulture)}/root{place}");
    }

    /// <summary>Starts it and kills it before it has said anything, perhaps.</summary>
    public static async Task KillWhileStarting(string data, TimeSpan after, CancellationToken cancel)
    {
        using var process = Begin(data);
        await Task.Delay(after, cancel);
        await Kill(process, cancel);
    }

    /// <summary>Asks it to stop, as a service manager does; everything it ever wrote.</summary>
    public async Task<string> Stop(CancellationToken cancel)
    {
        using var ask = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(cancel);
        return string.Join('\n', await said);
    }

    /// <summary>SIGKILL: nothing is flushed, closed or said.</summary>
    public Task Kill(CancellationToken cancel) => Kill(process, cancel);

    /// <summary>SIGSTOP: its connections stand, and nothing comes over them any more.</summary>
    public async Task Freeze(CancellationToken cancel)
    {
        using var stop = Process.Start("kill", ["-STOP", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await stop.WaitForExitAsync(cancel);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    // What it says is printed when its test fails.
    private static async Task<string> Hear(StreamReader from, HostLog log, CancellationToken cancel)
    {
        List<string> all = [];
        while (await from.ReadLineAsync(cancel) is { } line)
        {
            all.Add(line);
            log.Write(line);
        }

        return string.Join('\n', all);
    }

    private static async Task Kill(Process process, CancellationToken cancel)
    {
        process.Kill();
        await process.WaitForExitAsync(cancel);
    }

    private static Process Begin(string data, string? postgres = null, int port = 0, string[]? more = null, params string[] within)
    {
        string[] words = [.. within, "dotnet", Path.Combine(AppContext.BaseDirectory, "mooring.dll"), "serve", "--port", port.ToString(CultureInfo.InvariantCulture), "--mllp-port", "0", "--new-devices-a-day", "250", "--data", data, .. more ?? []];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MOORING_POSTGRES"] = postgres;
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    // Where it listens for no monitors without TLS, it says of no port.
    [GeneratedRegex(@"^Mooring runs at (https?://[^,\s]+)(?:, for monitors on port (\d+))?$", RegexOptions.None, 1000)]
    private static partial Regex Where();
}
