using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Operations;
using Mooring.Storage.Backups;
using Mooring.Storage.Engine;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>What is restored, and whereto.</summary>
/// <param name="From">A backup, or a folder of backups.</param>
/// <param name="Keys">Where the copy of its keys is.</param>
/// <param name="Into">The server that will run on it.</param>
internal sealed record RestoreFrom(string From, string? Keys, ServerOptions Into);

/// <summary>Puts a backup back and proves it. Nothing that is there is written over.</summary>
internal static class Restoring
{
    public static async Task<Outcome<DrillDone>> Run(RestoreFrom wanted, bool isDrill, CancellationToken cancel)
    {
        var took = Stopwatch.StartNew();
        var into = wanted.Into;
        if (BackupManifest.Newest(wanted.From) is not { } backup || await BackupManifest.Read(backup, cancel) is not { } says)
            return new Refusal("CLI250", $"There is no whole backup in {wanted.From}.");
        if (Directory.Exists(into.DataFolder) && Directory.EnumerateFileSystemEntries(into.DataFolder).Any())
            return new Refusal("CLI251", $"{into.DataFolder} is not empty, and nothing is restored over what is there. Name a new folder with --data.");
        if (says.Engine == "postgres" && (isDrill || !into.Database.IsPostgres || !await PostgresCopy.IsEmpty(into.Database.Connection, cancel)))
            return new Refusal("CLI252", "This backup is of a PostgreSQL database. Make a new, empty one, name it with MOORING_POSTGRES, and restore without --drill; what you see there is the drill.");
        if (says.Engine == "sqlite" && into.Database.IsPostgres && !isDrill)
            return new Refusal("CLI253", "This backup is of an SQLite database, and MOORING_POSTGRES names another. Take it out of the environment first.");
        if (await BackupReading.Faults(backup, says, cancel) is { Count: > 0 } faults)
            return new Refusal("CLI254", $"The backup in {backup} is not as it was made, and nothing was restored: {string.Join(' ', faults)}");
        var keys = wanted.Keys is null ? null : BackupReading.Keys(wanted.Keys, backup, says);
        if (wanted.Keys is not null && keys is null)
            return new Refusal("CLI255", $"{wanted.Keys} does not hold the keys that this backup needs: {string.Join(", ", says.Keys.Select(key => $"{key.Key} ({key.Value})"))}. Nothing was restored.");

        await BackupReading.Copy(backup, says, into.DataFolder, cancel);
        var options = says.Engine == "sqlite" ? into with { Database = Database.SqliteIn(into.DataFolder), MllpPort = null } : into with { MllpPort = null };
        foreach (var key in says.Keys.Keys.Where(_ => keys is not null))
            options.Keys.Add(key, keys!.Read(key));
        if (options.CheckpointFile is { } book && !File.Exists(book) && File.Exists(CheckpointFile.In(into.DataFolder)))
            await BackupReading.Copy(CheckpointFile.In(into.DataFolder), book, cancel);
        if (says.Engine == "postgres")
            await PostgresCopy.Restore(into.Database.Connection, Path.Combine(backup, BackupManifest.DataFolder, PostgresCopy.FileName), cancel);
        var found = await Prove(options, says, keys is null ? null : options.Keys, cancel);
        return new DrillDone(TimeProvider.System.GetUtcNow(), says.At, took.Elapsed.TotalMinutes, says.LastEntry, found.Journals, found.Notes,
            isDrill && keys is null ? [.. found.Faults, "No keys were given, so nothing sealed was opened: a drill is worth what it opens. Give --keys-from."] : found.Faults);
    }

    private static async Task<Restored> Prove(ServerOptions options, BackupManifest says, KeyFolder? keys, CancellationToken cancel)
    {
        if (!options.Database.IsPostgres && await SqliteCopy.Faults(Path.Combine(options.DataFolder, "mooring.db"), cancel) is { Count: > 0 } broken)
            return new(0, 0, [.. broken.Select(fault => $"The database is damaged: {fault}")]);
        await using var app = MooringHost.Build(options with { IsReadOnly = keys is null });
        await using var scope = app.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<RestoredClinic>().Check(says, options.DataFolder, keys, cancel);
        Private.Close(options.DataFolder);
        return found;
    }
}
