using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Operations;
using Mooring.Storage;
using Mooring.Storage.Backups;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring backup</c>: a whole copy of a clinic, made while it runs. The keys go apart, or not at all.</summary>
public static class BackupCommand
{
    internal const string KeysWithData = "CLI241: Keys beside the data they open protect nothing. Name a folder of their own, or say --keys-with-data when the place is sealed as a whole.";

    public static Command Create()
    {
        var to = new Option<DirectoryInfo>("--to") { Description = "The folder that the backup is put into, under the time it was made.", Required = true };
        var keysTo = new Option<DirectoryInfo?>("--keys-to") { Description = "A folder, apart from it, for a copy of the keys; none is copied unless given." };
        var together = new Option<bool>("--keys-with-data") { Description = "Allow --keys-to inside --to." };
        var json = new Option<bool>("--json") { Description = "Machine-readable output." };
        var (data, keys) = (DataOption.Create(), DataOption.Keys());
        var command = new Command("backup", "Copy a clinic whole, while it runs.") { data, keys, to, keysTo, together, json };
        command.Validators.Add(given =>
        {
            if (!given.GetValue(together) && given.GetValue(keysTo) is { } apart && given.GetValue(to) is { } folder && FolderPath.IsWithin(apart.FullName, folder.FullName))
                given.AddError(KeysWithData);
        });
        command.SetAction((parsed, cancel) => Run(
            DataOption.Host(parsed.GetValue(data)!, parsed.GetValue(keys)), parsed.GetValue(to)!.FullName, parsed.GetValue(keysTo)?.FullName, parsed.GetValue(json), parsed.InvocationConfiguration, cancel));
        return command;
    }

    internal static BackupOf Of(ServerOptions options) => new(options.DataFolder, options.CheckpointFile ?? CheckpointFile.In(options.DataFolder), options.Keys);

    private static async Task<int> Run(ServerOptions options, string to, string? keysTo, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return await Refuse($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.", console);
        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            var took = Stopwatch.StartNew();
            var (folder, says) = await scope.ServiceProvider.GetRequiredService<BackupMaking>().Make(Of(options), to, keysTo, cancel);
            var made = new BackupMade(says.At, folder, says.Files.Sum(file => file.Size), took.Elapsed.TotalSeconds, says.LastEntry, keysTo is not null);
            await scope.ServiceProvider.GetRequiredService<OperationsLog>().Write(made, "mooring backup", cancel);
            await console.Output.WriteLineAsync(json ? JsonSerializer.Serialize(made, CommandOutput.Json) : string.Create(
                CultureInfo.InvariantCulture, $"{folder}: {says.Files.Count} files, {made.Bytes / 1_000_000.0:0.0} MB, {made.Seconds:0.0} s, up to {says.LastEntry:yyyy-MM-dd HH:mm:ss}Z. {(keysTo is null ? "The keys are not in it: keep a copy of them apart (mooring keys escrow)." : $"The keys went to {keysTo}.")}"));
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException or DbException)
        {
            return await Refuse($"CLI242 No backup was made: {failure.Message}", console);
        }
    }

    private static async Task<int> Refuse(string says, InvocationConfiguration console)
    {
        await console.Error.WriteLineAsync(says);
        return 1;
    }
}
