using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Records;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring verify</c>: walks the hash chain of journals and the seals of the access log, holds them against the signed checkpoints,
/// holds the rows of every other table against the log and against their seals, and names what breaks. An exported session needs nothing but its file and the public key.
/// </summary>
public static class VerifyCommand
{
    private static readonly Option<Guid?> One = new("--session") { Description = "One session; all of them unless given." };
    private static readonly Option<FileInfo?> Key = new("--public-key") { Description = "The public key that checkpoints must be signed with (PEM). Take the copy you keep elsewhere; the one in the data folder unless given." };
    private static readonly Option<FileInfo?> Export = new("--export") { Description = "An exported session (JSON) to check instead of a clinic; nothing else is needed." };
    private static readonly Option<FileInfo?> Checkpoints = new("--checkpoints") { Description = "A copy of the checkpoints kept elsewhere; the book of the data folder, or what stands in the export, unless given." };
    private static readonly Option<bool> Json = new("--json") { Description = "Answer as JSON." };

    public static Command Create()
    {
        var data = DataOption.Create();
        var command = new Command("verify", "Walk the journals and the seals of the access log, hold them against what was signed, hold every other table against the log, and name what does not hold, by table and row.")
        {
            One, Key, Export, Checkpoints, data, Json,
        };
        command.SetAction((parsed, cancel) => Verify(parsed, DataOption.Host(parsed.GetValue(data)!), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> Verify(ParseResult given, ServerOptions options, InvocationConfiguration console, CancellationToken cancel)
    {
        var export = given.GetValue(Export);
        var pem = given.GetValue(Key)?.FullName ?? (export is null ? CheckpointKey.PublicFile(options.DataFolder) : null);
        var lines = given.GetValue(Checkpoints)?.FullName;
        if (new[] { given.GetValue(Key)?.FullName, export?.FullName, lines }.FirstOrDefault(path => path is not null && !File.Exists(path)) is { } missing)
            return await Refuse($"CLI123 There is no file {missing}.", console);
        using var key = File.Exists(pem) ? CheckpointKey.ReadPublic(await File.ReadAllTextAsync(pem, cancel)) : null;
        if (key is null && File.Exists(pem))
            return await Refuse($"CLI124 {pem} is not a public key in PEM.", console);

        var verified = export is null
            ? await Clinic(given.GetValue(One), options, key is null ? null : new(await Lines(lines ?? options.CheckpointFile ?? CheckpointFile.In(options.DataFolder), cancel), key), cancel)
            : VerifiedExport.Of(await File.ReadAllBytesAsync(export.FullName, cancel), key, lines is null ? null : await Lines(lines, cancel));
        if (!verified.IsDone)
            return await Refuse($"{verified.Refusals[0].Code} {verified.Refusals[0].Says}", console);
        await console.Output.WriteLineAsync(given.GetValue(Json) ? VerifiedOutput.Json(verified.Value) : VerifiedOutput.Text(verified.Value));
        return verified.Value.IsSound ? 0 : 1;
    }

    private static async Task<Outcome<Verified>> Clinic(Guid? session, ServerOptions options, CheckpointBook? book, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return new Refusal("CLI120", $"There is no clinic in {options.DataFolder}; name its folder with --data.");
        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<VerifyDesk>();
        var journals = await desk.Walk(session is { } id ? new Id<Session>(id) : null, book, cancel);
        var logs = session is null ? await desk.WalkLogs(book, cancel) : [];
        IReadOnlyList<VerifiedTable> tables = session is null ? [.. await desk.WalkTables(book, cancel), .. await desk.WalkOthers(book, cancel)] : [];
        return journals.Count == 0 && session is not null
            ? new Refusal("CLI121", $"There is no session {session} in {options.DataFolder}.")
            : new Verified(journals, logs, tables, book?.FirstBreak(), book?.Notes() ?? [], book is not null) { Signatures = session is null ? await scope.ServiceProvider.GetRequiredService<SignatureWalk>().Walk(book, cancel) : [] };
    }

    private static async Task<IReadOnlyList<string>> Lines(string path, CancellationToken cancel) => await new CheckpointFile(path).Lines(cancel);

    private static async Task<int> Refuse(string says, InvocationConfiguration console)
    {
        await console.Error.WriteLineAsync(says);
        return 1;
    }
}
