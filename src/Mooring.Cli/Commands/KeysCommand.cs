using System.CommandLine;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring keys</c>: which keys a clinic has and whether they open what they should; a new key, old texts sealed anew, and
/// a copy for the safe. What was done is written into the access log of each clinic.
/// </summary>
public static class KeysCommand
{
    public static Command Create() => new("keys", "Look after the keys that seal notes and sign the record.")
    {
        Of("list", "Which keys there are, and where.", KeyActs.List),
        Of("check", "Whether all are there, readable by their owner only, and open everything that is sealed. 1 when something is not.", KeyActs.Check),
        Rotate(),
        Of("reseal", "Seal everything anew that an older key sealed. It may be stopped, and begun again.", KeyActs.Reseal),
        Escrow(),
        Import(),
    };

    private static Command Of(string name, string says, Func<ServerOptions, InvocationConfiguration, CancellationToken, Task<int>> run)
    {
        var (data, keys) = (DataOption.Create(), DataOption.Keys());
        var command = new Command(name, says) { data, keys };
        command.SetAction((parsed, cancel) => run(DataOption.Host(parsed.GetValue(data)!, parsed.GetValue(keys)), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static Command Rotate()
    {
        var (data, keys) = (DataOption.Create(), DataOption.Keys());
        var which = new Option<string>("--which") { Description = "seal: notes, documents and sign-ins; checkpoint: the record's signatures; all.", DefaultValueFactory = _ => "all" };
        which.AcceptOnlyFromAmong("seal", "checkpoint", "all");
        var command = new Command("rotate", "Add a new key, used from now on. The old ones stay: they open and prove what was before.") { data, keys, which };
        command.SetAction((parsed, cancel) => KeyActs.Rotate(DataOption.Host(parsed.GetValue(data)!, parsed.GetValue(keys)), parsed.GetValue(which)!, parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static Command Escrow()
    {
        var (data, keys, phrase) = (DataOption.Create(), DataOption.Keys(), Phrase());
        var to = new Option<FileInfo>("--to") { Description = "The file, for a safe; it is not written over.", Required = true };
        var command = new Command("escrow", "All keys in one file under a passphrase.") { data, keys, to, phrase };
        command.SetAction((parsed, cancel) => KeyCustody.Escrow(
            DataOption.Host(parsed.GetValue(data)!, parsed.GetValue(keys)), parsed.GetValue(to)!.FullName, parsed.GetValue(phrase)!.FullName, parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static Command Import()
    {
        var (keys, phrase) = (new Option<DirectoryInfo>("--keys") { Description = "The folder that they are put back into; what is there stays.", Required = true }, Phrase());
        var from = new Option<FileInfo>("--from") { Description = "The file from the safe.", Required = true };
        var command = new Command("import", "Put keys back from the file of keys escrow.") { from, keys, phrase };
        command.SetAction((parsed, cancel) => KeyCustody.Import(parsed.GetValue(from)!.FullName, parsed.GetValue(keys)!.FullName, parsed.GetValue(phrase)!.FullName, parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static Option<FileInfo> Phrase() => new("--passphrase-file") { Description = "A file whose first line is the passphrase, 20 letters or more; readable by its owner only.", Required = true };
}
