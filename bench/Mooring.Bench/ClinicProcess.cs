using System.Diagnostics;
using System.Text.Json;

namespace Mooring.Bench;

/// <summary>Who sits where in the clinic that is measured.</summary>
internal sealed record Place(string Device, string Number, Guid Session);

/// <summary>A clinic that is up: where it listens, who sits there, how to come in.</summary>
internal sealed record ClinicUp(Uri Web, int Mllp, IReadOnlyList<Place> Places, IReadOnlyList<string> Enter);

/// <summary>The clinic server in a process of its own, so that what it costs can be told from what asking it costs.</summary>
internal sealed class ClinicProcess : IDisposable
{
    private readonly Process process;
    private bool isOver;

    private ClinicProcess(Process process, ClinicUp up) => (this.process, Up) = (process, up);

    public ClinicUp Up { get; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<ClinicProcess> Start(string folder, int chairs, int viewers)
    {
        var started = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ClinicProcess).Assembly.Location, "host", folder, FormattableString.Invariant($"{chairs}"), FormattableString.Invariant($"{viewers}")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var said = await started.StandardOutput.ReadLineAsync();
        return new(started, JsonSerializer.Deserialize<ClinicUp>(said ?? throw new InvalidOperationException("The clinic did not come up."))!);
    }

    /// <summary>What the server itself knows: its heap, its queue.</summary>
    public async Task<ServerFigures> Ask()
    {
        await process.StandardInput.WriteLineAsync("figures");
        await process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<ServerFigures>((await process.StandardOutput.ReadLineAsync())!)!;
    }

    public void Dispose()
    {
        if (isOver)
            return;
        isOver = true;
        // Its standard input ends: it stops by itself, and by force when it does not.
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(20)))
            process.Kill();
        process.Dispose();
    }
}

/// <summary>Figures only the server's process can give.</summary>
internal sealed record ServerFigures(long Heap, int Queued, int Threads, long Collections);
