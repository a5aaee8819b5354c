using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Practice.Recognition;
using Mooring.Storage.Terminology;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring terminology</c>: public releases of RxNorm, ICD-10-CM and SNOMED CT, so that more of what charts say is
/// recognized. A running server goes by them at once. 0 done, 1 refused, 2 wrong usage.
/// </summary>
public static class TerminologyCommand
{
    public static Command Create() => new("terminology", "Load public releases of RxNorm, ICD-10-CM and SNOMED CT, so that more is recognized.")
    {
        Load(), List(),
        Other("remove", "Use no release of a kind from now on.", (desk, kind, by, charts, cancel) => desk.Remove(kind, by, charts, cancel)),
        Other("back", "Put the release before the one in force back.", (desk, kind, by, charts, cancel) => desk.Back(kind, by, charts, cancel)),
    };

    private static Command Load()
    {
        var path = new Argument<string>("path") { Description = "The folder of the release, its .zip as it was published, or its one file." };
        var release = new Option<string?>("--release") { Description = "What its publisher calls it, such as 2026-07; else a date in its file names." };
        var (kind, data, by, json) = Options();
        var command = new Command("load", "Load a release. It counts when all of it is read; a file with a fault changes nothing.") { path, kind, release, data, by, json };
        command.SetAction((parsed, cancel) => Run(
            parsed, data, by, json, (desk, who, charts) => desk.Load(KindOf(parsed.GetRequiredValue(kind)), parsed.GetRequiredValue(path), parsed.GetValue(release), who, charts, cancel), cancel));
        return command;
    }

    private static Command Other(string name, string says, Func<TerminologyDesk, TermKind, string, AllCharts, CancellationToken, Task<Outcome<TermReport>>> change)
    {
        var (kind, data, by, json) = Options();
        var command = new Command(name, says) { kind, data, by, json };
        command.SetAction((parsed, cancel) => Run(parsed, data, by, json, (desk, who, charts) => change(desk, KindOf(parsed.GetRequiredValue(kind)), who, charts, cancel), cancel));
        return command;
    }

    private static Command List()
    {
        var data = DataOption.Create();
        var json = new Option<bool>("--json") { Description = "Print the list as JSON." };
        var command = new Command("list", "Which releases are in force.") { data, json };
        command.SetAction(parsed =>
        {
            using var shelf = new TermCache(new(parsed.GetValue(data)!.FullName));
            var now = shelf.Now();
            var console = parsed.InvocationConfiguration;
            foreach (var problem in now.Problems)
                console.Error.WriteLine(problem);
            if (parsed.GetValue(json))
                console.Output.WriteLine(JsonSerializer.Serialize(new { releases = now.Releases.Select(TerminologyOutput.Shape), now.Problems }, CommandOutput.Json));
            else
                TerminologyOutput.List(now.Releases, console.Output);
            return now.Problems.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<int> Run(
        ParseResult parsed, Option<DirectoryInfo> data, Option<string> by, Option<bool> json, Func<TerminologyDesk, string, AllCharts, Task<Outcome<TermReport>>> ask, CancellationToken cancel)
    {
        var (console, options) = (parsed.InvocationConfiguration, DataOption.Host(parsed.GetValue(data)!));
        if (!DataOption.IsThere(options))
        {
            // Releases may lie ready before a clinic is set up, and for screening bundles without one.
            var library = LibraryLoad.From(options.ContentFolder);
            if (!library.IsSound)
                return CommandOutput.Faulty(library.Faults, console.Error);
            var folder = new TermFolder(options.DataFolder);
            using var shelf = new TermCache(folder);
            return Say(await ask(new(folder, shelf, library, TimeProvider.System), parsed.GetRequiredValue(by), AllCharts.None));
        }

        await using var host = MooringHost.Build(options);
        if (host.Services.GetRequiredService<ClinicalLibrary>() is { IsSound: false } faulty)
            return CommandOutput.Faulty(faulty.Faults, console.Error);
        if (!await Preparation.IsDone(host, console.Error, cancel))
            return 1;
        return Say(await ask(host.Services.GetRequiredService<TerminologyDesk>(), parsed.GetRequiredValue(by), new(host.Services)));

        int Say(Outcome<TermReport> outcome)
        {
            if (!outcome.IsDone)
            {
                var code = CommandOutput.Refused(outcome.Refusals, console.Error);
                console.Error.WriteLine("Nothing was changed.");
                return code;
            }

            if (parsed.GetValue(json))
                console.Output.WriteLine(JsonSerializer.Serialize(TerminologyOutput.Shape(outcome.Value), CommandOutput.Json));
            else
                TerminologyOutput.Say(outcome.Value, console.Output);
            return 0;
        }
    }

    private static (Option<string> Kind, Option<DirectoryInfo> Data, Option<string> By, Option<bool> Json) Options()
    {
        var kind = new Option<string>("--kind") { Description = "rxnorm, icd10cm or snomed.", Required = true };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<TermKind>().Select(TermNames.Word)]);
        var by = new Option<string>("--by") { Description = "Who does it; your name on this machine unless given.", DefaultValueFactory = _ => Environment.UserName is { Length: > 0 } name ? name : "somebody" };
        return (kind, DataOption.Create(), by, new("--json") { Description = "Print what was done, and what changed for whom, as JSON." });
    }

    private static TermKind KindOf(string word) => Enum.GetValues<TermKind>().First(kind => TermNames.Word(kind) == word);
}
