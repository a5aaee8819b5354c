using System.Net;
using Mooring.Storage.Backups;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Doctoring;

/// <summary>What can be seen of an installation without asking its database.</summary>
internal static class InstallationChecks
{
    private const long LowDisk = 5_000_000_000;

    public static IEnumerable<Finding> Of(ServerOptions options) =>
        [.. Network(options), .. Keys(options), .. Files(options), .. Machine(options)];

    private static IEnumerable<Finding> Network(ServerOptions options)
    {
        if (!options.Web.IsSecure)
            yield return new("plain-web", !IPAddress.IsLoopback(options.Address), "Browsers come without TLS.", "Give serve --tls-certificate and --tls-key, or --behind-proxy (docs/operations/install.md). On this machine alone it is for trying out.");
        if (options.MllpPort is not null && !IPAddress.IsLoopback(options.MllpAddress))
            yield return new("plain-mllp", true, $"Monitors come without TLS at {options.MllpAddress}: any machine on that network can send values for any device.", "Use --mllp-tls-port with certificates and --mllp-port -1, or keep that network apart from every other.");
        if (options.IsDemo)
            yield return new("demo", true, "This folder is a demonstration: links sign in without a password from this machine.", "Put real people into a new folder; never into this one.");
        if (options.Database.IsPostgres && !PostgresCopy.IsSafe(options.Database.Connection))
            yield return new("postgres-tls", true, "The way to PostgreSQL is not proven: whoever is between may read and change everything.", "Write SSL Mode=VerifyFull and Root Certificate=… into MOORING_POSTGRES.");
    }

    private static IEnumerable<Finding> Keys(ServerOptions options)
    {
        var keys = Path.GetFullPath(options.Keys.Where);
        if (!options.AreKeysApart)
            yield return new("keys-with-data", true, $"The keys lie in {keys}, with the data that they open.", "Move them to a folder of their own, give it with --keys or MOORING_KEYS, and back it up apart.");
        if (Private.Open(keys) is [var first, ..])
            yield return new("keys-open", true, $"Others than its owner may read {first}.", $"chmod -R go= {keys}");
    }

    private static IEnumerable<Finding> Files(ServerOptions options)
    {
        if (Private.Open(options.DataFolder) is { Count: > 0 } open)
            yield return new("files-open", true, $"Others than their owner may read {open.Count} files of the data, such as {open[0]}.", $"chmod -R go= {options.DataFolder}");
        if (Drive(options.DataFolder) is { } free && free < LowDisk)
            yield return new("disk", true, FormattableString.Invariant($"{free / 1_000_000} MB are left on the disk of the data. When none are, nothing is kept."), "Make room, or move the data to a larger disk.");
        if (options.Backups is { To: { } to } && Drive(to) is { } there && there < LowDisk)
            yield return new("backup-disk", true, FormattableString.Invariant($"{there / 1_000_000} MB are left where the backups go."), "Make room, or keep fewer with --backup-keep.");
        if (Environment.GetEnvironmentVariable("MOORING_CHECKPOINTS") is not { Length: > 0 })
            yield return new("checkpoints-beside", false, "The book of checkpoints lies beside the database only.", "Copy checkpoints.jsonl each day to a machine that the database's administrator does not reach; the backups hold it too.");
    }

    private static IEnumerable<Finding> Machine(ServerOptions options)
    {
        if (RuntimeFloor.Below(Environment.Version) is not null)
            yield return new("runtime", true, $"The .NET runtime is {Environment.Version}; {RuntimeFloor.Lowest} is the oldest without known flaws.", "Update the runtime, and start again.");
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
            yield return new("root", true, "Mooring, and the browser that prints its pages, run as root.", "Run it as a user of its own (deploy/mooring.service).");
        if (Clock(options) is { } days)
            yield return new("clock", true, FormattableString.Invariant($"The newest file of the data is {days:0.0} hours from the future: the clock of this machine was set back."), "Set the clock by the network (systemd-timesyncd, chrony) before anybody charts.");
        if (OperatingSystem.IsLinux() && !Directory.Exists("/run/systemd/timesync") && !Directory.Exists("/run/chrony") && !File.Exists("/var/run/ntpd.pid"))
            yield return new("clock-unkept", false, "Nothing that sets this machine's clock by the network was seen.", "Run systemd-timesyncd or chrony: a value is judged by its time.");
    }

    private static double? Clock(ServerOptions options)
    {
        var newest = Directory.EnumerateFiles(options.DataFolder).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
        var ahead = newest - TimeProvider.System.GetUtcNow().UtcDateTime;
        return ahead > TimeSpan.FromMinutes(5) ? ahead.TotalHours : null;
    }

    private static long? Drive(string path)
    {
        try
        {
            return Directory.Exists(path) ? new DriveInfo(path).AvailableFreeSpace : null;
        }
        catch (Exception unknown) when (unknown is IOException or ArgumentException)
        {
            return null;
        }
    }
}
