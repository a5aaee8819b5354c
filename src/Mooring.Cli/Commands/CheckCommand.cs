using System.CommandLine;
using System.Text.Json;
using Mooring.Storage.Library;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring check</c>: is the clinical content sound, and does every rule do what its cases say?</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var content = new Option<string?>("--content") { Description = "The content folder; without it, the one of this program." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("check", "Check the clinical content: reading, codes, citations, worked cases.") { content, json };
        command.SetAction(parsed => Run(
            ContentCheck.Of(parsed.GetValue(content) ?? ContentFolder.Find()), parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(ContentCheck check, bool json, TextWriter output, TextWriter error)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { sound = check.IsSound, check.Counts, check.Faults }, CommandOutput.Json));
        }
        else
        {
            foreach (var fault in check.Faults)
                error.WriteLine(fault);
            output.WriteLine(check.IsSound ? "The content is sound." : $"The content has {check.Faults.Count} faults.");
            foreach (var (name, count) in check.Counts)
                output.WriteLine($"  {count,6}  {Words(name)}");
        }

        return check.IsSound ? 0 : 1;
    }

    private static string Words(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' ');
}
