using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Desks;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring verify</c>: walks the hash chain of every session's journal and names the first break.</summary>
public static class VerifyCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var session = new Option<Guid?>("--session") { Description = "One session; all of them unless given." };
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var data = DataOption.Create();
        var command = new Command("verify", "Walk the journals of the sessions and name the first break, if there is one.") { session, data, json };
        command.SetAction((parsed, cancel) => Verify(DataOption.Host(parsed.GetValue(data)!), parsed.GetValue(session), parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> Verify(ServerOptions options, Guid? session, bool json, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
        {
            await Console.Error.WriteLineAsync($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
            return 1;
        }

        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        var journals = await scope.ServiceProvider.GetRequiredService<VerifyDesk>().Walk(session is { } id ? new Id<Session>(id) : null, cancel);
        if (journals.Count == 0 && session is not null)
        {
            await Console.Error.WriteLineAsync($"CLI121 There is no session {session} in {options.DataFolder}.");
            return 1;
        }

        Console.WriteLine(json ? Json(journals) : Text(journals));
        return journals.All(journal => journal.Break is null) ? 0 : 1;
    }

    private static string Json(IReadOnlyList<VerifiedJournal> journals) => JsonSerializer.Serialize(
        new
        {
            sound = journals.All(journal => journal.Break is null),
            journals = journals.Select(journal => new
            {
                session = journal.Session.Value,
                journal.Entries,
                journal.Head,
                @break = journal.Break is { } found ? new { found.Seq, found.Says } : null,
            }),
        },
        Written);

    private static string Text(IReadOnlyList<VerifiedJournal> journals)
    {
        var lines = journals.Select(journal => journal.Break is { } found
            ? $"{journal.Session}  BROKEN at entry {found.Seq.ToString(CultureInfo.InvariantCulture)}: {found.Says}"
            : $"{journal.Session}  sound, {journal.Entries.ToString(CultureInfo.InvariantCulture)} entries, head {journal.Head}");
        var broken = journals.Count(journal => journal.Break is not null);
        return string.Join(Environment.NewLine, lines.Append(string.Create(CultureInfo.InvariantCulture, $"{journals.Count} journals, {broken} broken.")));
    }
}
