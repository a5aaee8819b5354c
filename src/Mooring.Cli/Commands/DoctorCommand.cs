using System.CommandLine;
using System.Text.Json;
using Mooring.Cli.Doctoring;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring doctor</c>: what is unsafe in this installation, each with what to do. It takes the options of <c>serve</c>, so
/// that it judges what really runs. 0 nothing is unsafe, 1 something is, 2 wrong usage.
/// </summary>
public static class DoctorCommand
{
    public static Command Create()
    {
        var all = new ServeOptions();
        var json = new Option<bool>("--json") { Description = "Machine-readable output." };
        var command = new Command("doctor", "Say what is unsafe in this installation. Give it the options that serve is given.") { json };
        all.AddTo(command);
        command.SetAction((parsed, cancel) => Run(all.Read(parsed), parsed.GetValue(json), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> Run(ServerOptions options, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
        {
            await console.Error.WriteLineAsync($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
            return 1;
        }

        List<Finding> found = [.. InstallationChecks.Of(options), .. await ClinicChecks.Of(options, cancel)];
        found = [.. found.OrderByDescending(finding => finding.IsUnsafe)];
        if (json)
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(new { isSafe = !found.Exists(finding => finding.IsUnsafe), findings = found }, CommandOutput.Json));
        else
            foreach (var finding in found)
                await console.Output.WriteLineAsync($"{(finding.IsUnsafe ? "UNSAFE" : "look at")} {finding.Id}: {finding.Says}\n        {finding.Do}");
        if (!json && found.Count == 0)
            await console.Output.WriteLineAsync("Nothing unsafe was found.");
        return found.Exists(finding => finding.IsUnsafe) ? 1 : 0;
    }
}
