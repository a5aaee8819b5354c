using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.Fhir.Mapping;
using Mooring.Practice.Imports;
using Mooring.Practice.Recognition;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring import FILE…</c>: FHIR R4 bundles into the clinic's charts. What is wrong with one resource costs that one only.</summary>
public static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "FHIR R4 bundles (JSON).", Arity = ArgumentArity.OneOrMore };
        var data = DataOption.Create();
        var json = new Option<bool>("--json") { Description = "Print what became of everything as JSON." };
        var command = new Command("import", "Take FHIR R4 bundles into the charts.") { files, data, json };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(files), DataOption.Host(parsed.GetValue(data)!), parsed.GetValue(json), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> Run(FileInfo[] files, ServerOptions options, bool json, InvocationConfiguration console, CancellationToken cancel)
    {
        if (options.Database.MissingFile is not null)
            return NoClinic(options, console);

        await using var host = MooringHost.Build(options);
        if (!await Preparation.IsDone(host, console.Error, cancel))
            return 1;

        List<FileReport> reports = [];
        foreach (var file in files)
        {
            await using var scope = host.Services.CreateAsyncScope();
            if (await Clinic(scope.ServiceProvider, cancel) is not { } clinic)
                return NoClinic(options, console);
            scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic.Id, ImportDesk.Importer);
            reports.Add(new(file.ToString(), await One(file, scope.ServiceProvider, clinic.LocalTime(options.Clock.GetUtcNow()), cancel)));
        }

        if (json)
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(new { files = reports.Select(report => report.Shape()) }, CommandOutput.Json));
        foreach (var report in reports)
            await report.Say(console, json);
        return reports.TrueForAll(report => report.Outcome.IsDone) ? 0 : 1;
    }

    private static async Task<Outcome<ImportTally>> One(FileInfo file, IServiceProvider services, DateTimeOffset now, CancellationToken cancel)
    {
        if (!file.Exists)
            return new Refusal("CLI221", "There is no such file. Check the path.");
        var library = services.GetRequiredService<ClinicalLibrary>();
        try
        {
            var read = file.Length > BundleCharts.BiggestBytes
                ? BundleCharts.TooBig
                : BundleCharts.Read(await File.ReadAllBytesAsync(file.FullName, cancel), FhirTerms.Of(library, services.GetRequiredService<TermCache>().Now().Terms), now);
            return read.IsDone
                ? await services.GetRequiredService<ImportDesk>().TakeIn(read.Value, cancel)
                : Outcome<ImportTally>.Refuse(read.Refusals);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new Refusal("CLI222", $"'{file}' can not be read: {unreadable.Message}");
        }
    }

    private static Task<Clinic?> Clinic(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<ClinicsHere>().First(cancel);

    private static int NoClinic(ServerOptions options, InvocationConfiguration console)
    {
        console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"CLI220: There is no clinic in {options.DataFolder}. Run 'mooring serve --data {options.DataFolder}' and set one up, then import again."));
        return 1;
    }
}
