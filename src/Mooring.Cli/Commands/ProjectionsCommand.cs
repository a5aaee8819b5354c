using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Settings;
using Mooring.Storage.Projections;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring projections</c>: makes the flat tables of reports anew from journals and documents, and says how far the old
/// ones were off. 0 they were right; 1 some were not, or there is no clinic; 2 wrong usage.
/// </summary>
public static class ProjectionsCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var check = new Option<bool>("--check") { Description = "Compare only, and leave everything as it is." };
        var json = new Option<bool>("--json") { Description = "Machine-readable output." };
        var command = new Command("projections", "Make the flat tables that reports read anew, from the records themselves.") { data, check, json };
        command.SetAction((parsed, cancel) => Run(
            DataOption.Host(parsed.GetValue(data)!), !parsed.GetValue(check), parsed.GetValue(json), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> Run(ServerOptions options, bool keep, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
        {
            await console.Error.WriteLineAsync($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
            return 1;
        }

        await using var app = MooringHost.Build(options);
        List<RebuiltProjection> all = [];
        await using var outer = app.Services.CreateAsyncScope();
        foreach (var clinic in await outer.ServiceProvider.GetRequiredService<ClinicsHere>().All(cancel))
        {
            await using var scope = app.Services.CreateAsyncScope();
            CommandReads.Enter(scope.ServiceProvider, clinic.Id, "projections");
            all.AddRange(await scope.ServiceProvider.GetRequiredService<ProjectionRebuild>().Run(keep, cancel));
        }

        if (json)
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(new { kept = keep, projections = all }, JsonSerializerOptions.Web));
        else
            foreach (var one in all)
                await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{one.Name}: {one.Rows} rows, {(one.Different == 0 ? "as they were" : $"{one.Different} different")}"));
        return all.Exists(one => one.Different > 0) ? 1 : 0;
    }
}
