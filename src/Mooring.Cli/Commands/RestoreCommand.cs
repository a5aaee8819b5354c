using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Operations;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring restore</c>: a clinic from a backup, into a new folder, proven whole before anybody works with it; with
/// <c>--drill</c> only to see that it can be done, and to keep the proof in the clinic.
/// </summary>
public static class RestoreCommand
{
    public static Command Create()
    {
        var from = new Option<DirectoryInfo>("--from") { Description = "A backup, or a folder of backups: then the newest.", Required = true };
        var keys = new Option<DirectoryInfo?>("--keys-from") { Description = "Where the copy of the keys is. Without it what is sealed stays shut, and the server will not start on it." };
        var keysTo = new Option<DirectoryInfo?>("--keys") { Description = "Where the restored clinic's keys go; its folder's keys/ unless given. Give serve the same --keys." };
        var drill = new Option<bool>("--drill") { Description = "Restore into a folder that is thrown away, and write into the clinic of --data how it went." };
        var json = new Option<bool>("--json") { Description = "Machine-readable output." };
        var data = DataOption.Create();
        data.Description = "The new folder; with --drill the clinic's own, which stays as it is.";
        var command = new Command("restore", "Put a clinic back from a backup, or see whether that can be done.") { from, keys, data, keysTo, drill, json };
        command.SetAction((parsed, cancel) => Run(
            new(parsed.GetValue(from)!.FullName, parsed.GetValue(keys)?.FullName, DataOption.Host(parsed.GetValue(data)!, parsed.GetValue(keysTo))), parsed.GetValue(drill), parsed.GetValue(json), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> Run(RestoreFrom wanted, bool drill, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        if (drill && !DataOption.IsThere(wanted.Into))
            return await Refuse($"CLI120 There is no clinic in {wanted.Into.DataFolder}; name its folder with --data.", console);
        var scratch = drill ? Directory.CreateTempSubdirectory("mooring-drill-").FullName : null;
        try
        {
            var into = scratch is null ? wanted : wanted with { Into = wanted.Into with { DataFolder = Path.Combine(scratch, "data"), KeyFolder = null, CheckpointFile = null } };
            var restored = await Restoring.Run(into, isDrill: drill, cancel);
            if (!restored.IsDone)
                return CommandOutput.Refused(restored.Refusals, console.Error);
            if (drill)
                await Keep(wanted.Into, restored.Value, cancel);
            await console.Output.WriteLineAsync(json ? JsonSerializer.Serialize(restored.Value, CommandOutput.Json) : Text(restored.Value, drill ? "The drill" : wanted.Into.DataFolder));
            return restored.Value.IsGood ? 0 : 1;
        }
        finally
        {
            if (scratch is not null)
                Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task Keep(ServerOptions options, DrillDone done, CancellationToken cancel)
    {
        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperationsLog>().Write(done, "mooring restore --drill", cancel);
    }

    private static string Text(DrillDone done, string what) => string.Create(CultureInfo.InvariantCulture,
        $"{what}: the backup of {done.Of:yyyy-MM-dd HH:mm:ss}Z, up to {done.LastEntry:yyyy-MM-dd HH:mm:ss}Z, was back after {done.Minutes:0.00} minutes. {done.Journals} journals, {done.Notes} sealed texts opened. ")
        + (done.IsGood ? "All of it is whole." : "\n" + string.Join('\n', done.Faults));

    private static async Task<int> Refuse(string says, InvocationConfiguration console)
    {
        await console.Error.WriteLineAsync(says);
        return 1;
    }
}
