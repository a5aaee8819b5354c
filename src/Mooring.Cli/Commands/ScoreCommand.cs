using System.CommandLine;
using System.Text.Json;
using Mooring.Clinical.Instruments;
using Mooring.Content;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring score phq-9 1,1,2,0,…</c>: scores a sheet of answers.</summary>
public static class ScoreCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("instrument") { Description = "The instrument's id, such as phq-9." };
        var answers = new Argument<string>("answers") { Description = "Answers in order, comma-separated; - for an unanswered item." };
        var earlier = new Option<string?>("--earlier") { Description = "The answers of an earlier sheet, for response and reliable change." };
        var json = new Option<bool>("--json") { Description = "Print the score as JSON." };
        var command = new Command("score", "Score an instrument's answers.") { id, answers, earlier, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(id), parsed.GetRequiredValue(answers), parsed.GetValue(earlier), parsed.GetValue(json), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string id, string answers, string? earlier, bool json, InvocationConfiguration to)
    {
        var library = LibraryLoad.From(ContentFolder.Find());
        if (!library.IsSound)
            return CommandOutput.Faulty(library.Faults, to.Error);
        if (!library.Instruments.TryGetValue(id, out var item))
            return CommandOutput.Refused([new("CLI210", $"There is no instrument '{id}'; there are {string.Join(", ", library.Instruments.Keys)}.", "instrument")], to.Error);

        var (read, before) = (Answers.Read(answers), earlier is null ? null : Answers.Read(earlier));
        if (!read.IsDone || before is { IsDone: false })
            return CommandOutput.Refused([.. read.Refusals, .. before?.Refusals ?? []], to.Error);

        var scored = item.Value.Score(read.Value, before?.Value);
        if (!scored.IsDone)
            return CommandOutput.Refused(scored.Refusals, to.Error);

        to.Output.WriteLine(json ? JsonSerializer.Serialize(Shape(scored.Value), CommandOutput.Json) : Sentence(scored.Value));
        return 0;
    }

    private static object Shape(Score score) => new
    {
        score.Instrument,
        score.Total,
        score.Band,
        score.Subscores,
        score.Flags,
        score.Prorated,
        score.Complete,
        score.Response,
        score.Remission,
        score.ReliableChange,
    };

    private static string Sentence(Score score) => FormattableString.Invariant(
        $"{score.Instrument}: {(score.Total is { } total ? FormattableString.Invariant($"{total}, ") : "")}{score.Band ?? "not scored"}{(score.Prorated ? ", prorated" : "")}{(score.Complete ? "" : ", incomplete")}{(score.Flags.Count > 0 ? $"; flags: {string.Join(", ", score.Flags)}" : "")}");
}
