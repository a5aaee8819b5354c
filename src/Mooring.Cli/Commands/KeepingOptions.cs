using System.CommandLine;
using Mooring.Storage;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>Where keys and backups are, and whether the server only shows.</summary>
internal sealed class KeepingOptions
{
    private readonly Option<DirectoryInfo?> to = new("--backup-to") { Description = "A folder for a backup each day, on another disk; none is made by the server unless given." };
    private readonly Option<int> hour = new("--backup-hour") { Description = "From which hour on, by the clinic's clock, 0 to 23.", DefaultValueFactory = _ => 2 };
    private readonly Option<int> newest = new("--backup-keep") { Description = "How many backups are kept there.", DefaultValueFactory = _ => 30 };
    private readonly Option<DirectoryInfo?> keysTo = new("--backup-keys-to") { Description = "A folder, apart from the backups, for a copy of the keys with each; none is copied unless given." };
    private readonly Option<bool> readOnly = new("--read-only") { Description = "Only show: from a copy, without keys. Nothing is kept, sealed notes stay shut. Staff sign in with their passwords." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { to, hour, newest, keysTo, readOnly })
            command.Add(option);
        command.Validators.Add(given =>
        {
            if (given.GetValue(hour) is < 0 or > 23)
                given.AddError("CLI206: --backup-hour is an hour of the day, 0 to 23.");
            if (given.GetResult(newest) is { Implicit: false } && given.GetValue(newest) < 1)
                given.AddError("CLI206: --backup-keep is 1 or more.");
            if (given.GetValue(to) is { } backups && given.GetValue(keysTo) is { } keys && FolderPath.IsWithin(keys.FullName, backups.FullName))
                given.AddError(BackupCommand.KeysWithData);
        });
    }

    public ServerOptions Read(ParseResult parsed, ServerOptions options) => options with
    {
        IsReadOnly = parsed.GetValue(readOnly),
        Backups = new(BackupCommand.Of(options), parsed.GetValue(to)?.FullName, parsed.GetValue(keysTo)?.FullName, parsed.GetValue(hour), parsed.GetValue(newest)),
    };
}
