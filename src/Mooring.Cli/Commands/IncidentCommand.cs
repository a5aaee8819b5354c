using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Records;
using Mooring.Practice.Settings;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring incident export</c>: what belongs to an incident in one folder: the lines of the access log of a person, a patient,
/// a device or a day, and each session of the patient as it was hashed. It leaves a line of its own.
/// </summary>
public static class IncidentCommand
{
    public static Command Create()
    {
        var to = new Option<DirectoryInfo>("--to") { Description = "A new folder.", Required = true };
        var device = new Option<string?>("--device") { Description = "A device, by its id: what was done with it." };
        var (data, asked) = (DataOption.Create(), new AuditOptions());
        var export = new Command("export", "Put what belongs to an incident into one folder.") { data, to, device };
        asked.AddTo(export);
        export.SetAction((parsed, cancel) => Export(
            DataOption.Host(parsed.GetValue(data)!), asked.Read(parsed) with { About = parsed.GetValue(device) }, parsed.GetValue(to)!.FullName, parsed.InvocationConfiguration, cancel));
        return new("incident", "When something happened that should not have.") { export };
    }

    private static async Task<int> Export(ServerOptions options, AuditWanted wanted, string to, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return await Refuse($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.", console);
        if (wanted is { From: null, Until: null, Patient: null, Person: null, About: null })
            return await Refuse("CLI261 Say what it is about: --patient, --person, --device, --from or --until.", console);
        if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
            return await Refuse($"CLI262 {to} is not empty. Name a new folder.", console);
        Private.Folder(to);
        await using var app = MooringHost.Build(options);
        await using var outer = app.Services.CreateAsyncScope();
        var (lines, sessions) = (0, 0);
        await using (var file = new StreamWriter(Private.New(Path.Combine(to, "access-log.jsonl")), new UTF8Encoding(false)))
        {
            foreach (var clinic in await outer.ServiceProvider.GetRequiredService<ClinicsHere>().All(cancel))
            {
                await using var scope = app.Services.CreateAsyncScope();
                CommandReads.Enter(scope.ServiceProvider, clinic.Id, "incident export", Right.ReadAccessLog, Right.ReadCharts);
                lines += await AuditFile.Write(scope.ServiceProvider.GetRequiredService<AuditExport>().Lines(wanted, cancel), file, isCsv: false, withHead: false, cancel);
                foreach (var session in wanted.Patient is { } patient ? await scope.ServiceProvider.GetRequiredService<ChartReads>().SessionsOf(new Id<Patient>(patient), wanted.From, wanted.Until, cancel) : [])
                {
                    await using var record = Private.New(Path.Combine(to, $"session-{session}.json"));
                    await record.WriteAsync(await scope.ServiceProvider.GetRequiredService<RecordArchive>().Write(session, cancel), cancel);
                    sessions++;
                }

                await CommandReads.Write(scope.ServiceProvider, wanted.Patient is { } whose ? [whose] : [], null, console.Error, cancel);
            }
        }

        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{to}: {lines} lines of the access log, {sessions} sessions. Check each with mooring verify --export FILE."));
        return 0;
    }

    private static async Task<int> Refuse(string says, InvocationConfiguration console)
    {
        await console.Error.WriteLineAsync(says);
        return 1;
    }
}
