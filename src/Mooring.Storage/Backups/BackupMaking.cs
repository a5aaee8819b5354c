using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mooring.Storage.Audit;
using Mooring.Storage.Engine;
using Mooring.Storage.Journals;
using Mooring.Storage.Secrets;
using Mooring.Storage.Telemetry;

namespace Mooring.Storage.Backups;

/// <summary>What is backed up: the folder of the data, the book of checkpoints wherever it lies, and the keys.</summary>
public sealed record BackupOf(string DataFolder, string CheckpointFile, KeyFolder Keys);

/// <summary>
/// Makes a backup while the server runs. The book of checkpoints is copied before the database, so that it never tells of
/// entries that the copy lacks; the keys last, so that none is missing that something in it was sealed with.
/// </summary>
public sealed class BackupMaking(MooringDb db, Database database, TimeProvider clock)
{
    private static readonly string[] NotCopied = ["keys", "mooring.db", "mooring.db-wal", "mooring.db-shm", "mooring.db-journal", "mooring.db.migrating"];

    /// <summary>The folder of the new backup, below <paramref name="to"/>. It bears its name only when it is whole.</summary>
    /// <param name="keysTo">Where the keys go; null copies none. Never a folder of the backup.</param>
    /// <exception cref="IOException">It could not be written; what was begun is taken away.</exception>
    /// <exception cref="InvalidOperationException">The database's own program could not be run, or failed.</exception>
    public async Task<(string Folder, BackupManifest Says)> Make(BackupOf of, string to, string? keysTo, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(of);
        Private.Folder(to);
        var now = clock.GetUtcNow();
        var name = $"mooring-{now.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}";
        var (whole, begun) = (Path.Combine(to, name), Path.Combine(to, $".{name}.partial"));
        try
        {
            var data = Path.Combine(begun, BackupManifest.DataFolder);
            Private.Folder(data);
            if (File.Exists(of.CheckpointFile))
                await Copy(of.CheckpointFile, CheckpointFile.In(data), cancel);
            foreach (var file in Beside(of.DataFolder, [to, of.Keys.Where]))
                await Copy(file, Path.Combine(data, Path.GetRelativePath(of.DataFolder, file)), cancel);
            var last = await Last(cancel);
            // Taken before the copy: the copy has at least so much.
            var heads = await Heads(cancel);
            await (database.IsPostgres ? PostgresCopy.Dump(database.Connection, Path.Combine(data, PostgresCopy.FileName), cancel) : SqliteCopy.Make(database.Connection, Path.Combine(data, "mooring.db"), cancel));
            var keys = await Keys(of.Keys, keysTo is null ? null : Path.Combine(keysTo, name), cancel);
            var says = new BackupManifest(
                typeof(BackupManifest).Assembly.GetName().Version?.ToString() ?? "", now, database.IsPostgres ? "postgres" : "sqlite",
                (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() ?? "", last, await Files(begun, cancel), heads, keys);
            await using (var manifest = Private.New(Path.Combine(begun, BackupManifest.FileName)))
            {
                await manifest.WriteAsync(says.AsBytes(), cancel);
                manifest.Flush(flushToDisk: true);
            }

            Private.Close(begun);
            Directory.Move(begun, whole);
            return (whole, says);
        }
        catch
        {
            if (Directory.Exists(begun))
                Directory.Delete(begun, recursive: true);
            throw;
        }
    }

    /// <summary>Takes older backups away; the newest stay.</summary>
    public static void Keep(string folder, int newest)
    {
        foreach (var old in Directory.GetDirectories(folder, "mooring-*").OrderDescending(StringComparer.Ordinal).Skip(newest))
            Directory.Delete(old, recursive: true);
    }

    private static IEnumerable<string> Beside(string folder, string[] not) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false })
            .Where(file => !NotCopied.Contains(Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0]) && Path.GetFileName(file) != "checkpoints.jsonl"
                && !not.Any(other => FolderPath.IsWithin(file, other)));

    private static async Task Copy(string from, string to, CancellationToken cancel)
    {
        Private.Folder(Path.GetDirectoryName(to)!);
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using var copy = Private.New(to);
        await source.CopyToAsync(copy, cancel);
        copy.Flush(flushToDisk: true);
    }

    private static async Task<IReadOnlyDictionary<string, string>> Keys(KeyFolder keys, string? to, CancellationToken cancel)
    {
        SortedDictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var name in keys.Names.Where(name => name.StartsWith(KeyNames.Seal, StringComparison.Ordinal) || name.StartsWith(KeyNames.Checkpoint, StringComparison.Ordinal)))
        {
            names[name] = Seal.IdOf(keys.Read(name)!);
            if (to is not null)
                await Copy(Path.Combine(keys.Where, name), Path.Combine(to, name), cancel);
        }

        return names;
    }

    private async Task<IReadOnlyList<BackupHead>> Heads(CancellationToken cancel) =>
    [
        .. (await db.Set<JournalRow>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => !db.Set<JournalRow>().IgnoreQueryFilters().Any(later => later.Subject == row.Subject && later.SubjectId == row.SubjectId && later.Seq > row.Seq))
            .Select(row => new { row.Subject, row.SubjectId, row.Seq, row.Hash }).ToListAsync(cancel))
            .Select(row => new BackupHead(row.Subject, row.SubjectId, row.Seq, Convert.ToHexStringLower(row.Hash))),
    ];

    private async Task<DateTimeOffset?> Last(CancellationToken cancel)
    {
        var line = await db.Set<AuditRow>().IgnoreQueryFilters().OrderByDescending(row => row.Id).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancel);
        var message = await db.Set<MessageRow>().IgnoreQueryFilters().OrderByDescending(row => row.Id).Select(row => (DateTimeOffset?)row.ReceivedAt).FirstOrDefaultAsync(cancel);
        return line > message || message is null ? line : message;
    }

    private static async Task<IReadOnlyList<BackupFile>> Files(string folder, CancellationToken cancel)
    {
        List<BackupFile> files = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var file = File.OpenRead(path);
            files.Add(new(Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel))));
        }

        return files;
    }
}
