using System.CommandLine;
using Mooring.Content;
using Mooring.Storage.Engine;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>Where a clinic's data are: <c>--data</c>, else MOORING_POSTGRES for the rows, with files in the default folder.</summary>
internal static class DataOption
{
    /// <param name="clinic">Which of this user's clinics it is without the option.</param>
    public static Option<DirectoryInfo> Create(string clinic = "clinic") => new("--data")
    {
        Description = $"The folder of the clinic's data; ~/.mooring/{clinic} unless given.",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".mooring", clinic)),
    };

    /// <summary>Where the keys are: <c>--keys</c>, else MOORING_KEYS, else in the folder of the data.</summary>
    public static Option<DirectoryInfo?> Keys() => new("--keys")
    {
        Description = "The folder of the keys, best of another owner than the data's copies; MOORING_KEYS, or keys/ in the data's folder, unless given.",
    };

    /// <summary>Whether there is a clinic to read; a command that only reads must not make one.</summary>
    public static bool IsThere(ServerOptions options) =>
        options.Database.IsPostgres || File.Exists(Path.Combine(options.DataFolder, "mooring.db"));

    /// <summary>The same clinic for every command that is given the same folder.</summary>
    public static ServerOptions Host(DirectoryInfo folder, DirectoryInfo? keys = null) => new()
    {
        DataFolder = folder.FullName,
        KeyFolder = keys?.FullName ?? (Environment.GetEnvironmentVariable("MOORING_KEYS") is { Length: > 0 } apart ? Path.GetFullPath(apart) : null),
        ContentFolder = ContentFolder.Find(),
        CheckpointFile = Environment.GetEnvironmentVariable("MOORING_CHECKPOINTS") is { Length: > 0 } file ? file : null,
        Database = Environment.GetEnvironmentVariable("MOORING_POSTGRES") is { Length: > 0 } postgres
            ? Database.Postgres(postgres)
            : Database.SqliteIn(folder.FullName),
    };
}
