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
        command.SetAction(parsed => Run(parsed.GetValue(content) ?? ContentFolder.Find(), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string folder, bool json)
    {
        var library = ClinicalLibrary.Load(folder);
        IReadOnlyList<LibraryFault> faults = library.IsSound ? [.. RuleCheck.Faults(library)] : library.Faults;
        var counts = new
        {
            rules = library.Rules.Count,
            cases = library.ScreeningRules.Sum(rule => rule.Cases.Count),
            instruments = library.Instruments.Count,
            references = library.References.Count,
            sets = library.Words.Sets.Count,
        };
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { sound = faults.Count == 0, counts, faults }, CommandOutput.Json));
        else if (faults.Count == 0)
            Console.WriteLine($"Sound: {counts.rules} rules with {counts.cases} cases, {counts.instruments} instruments, {counts.references} references.");
        else
            CommandOutput.Faulty(faults);

        return faults.Count == 0 ? 0 : 1;
    }
}
