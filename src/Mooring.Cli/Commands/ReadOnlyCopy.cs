using System.Data.Common;
using Mooring.Storage.Backups;
using Mooring.Storage.Engine;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// What a read-only server shows: a copy of the clinic as it is now, thrown away at the end. So nothing at all can be written to
/// the clinic's data, neither by a sign-in nor by a change of the tables. Who looked at what is kept in a file beside the data.
/// </summary>
/// <param name="Options">The server on the copy; null when it could not be made, and then it was said why.</param>
internal sealed record ReadOnlyCopy(ServerOptions? Options, string? Folder = null, string? Log = null) : IAsyncDisposable
{
    public static async Task<ReadOnlyCopy> Make(ServerOptions wanted, TextWriter error, CancellationToken cancel)
    {
        if (!DataOption.IsThere(wanted))
            return await Refuse($"CLI120 There is no clinic in {wanted.DataFolder}; name its folder with --data.", error);
        if (wanted.Database.IsPostgres)
            return await Refuse("CLI230 A read-only server shows a copy, and copies no PostgreSQL database. Restore the newest backup into an empty database (mooring restore), and serve that.", error);
        var folder = Directory.CreateTempSubdirectory("mooring-shown-").FullName;
        try
        {
            await SqliteCopy.Make(wanted.Database.Connection, Path.Combine(folder, "mooring.db"), cancel);
        }
        catch (Exception failure) when (failure is DbException or IOException)
        {
            Directory.Delete(folder, recursive: true);
            return await Refuse($"CLI231 The clinic's data can not be read: {failure.Message} Restore the newest backup (mooring restore), and serve that.", error);
        }

        var log = Path.Combine(wanted.DataFolder, "read-only-access.jsonl");
        return new(wanted with { Database = Database.SqliteIn(folder), MllpPort = null, MllpTls = null, Backups = null, AccessFile = log, ShownAt = wanted.Clock.GetUtcNow(), CheckpointFile = CheckpointFile.In(folder) }, folder, log);
    }

    public ValueTask DisposeAsync()
    {
        if (Folder is null)
            return ValueTask.CompletedTask;
        SqliteCopy.LetGo();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<ReadOnlyCopy> Refuse(string says, TextWriter error)
    {
        await error.WriteLineAsync(says);
        return new((ServerOptions?)null);
    }
}
