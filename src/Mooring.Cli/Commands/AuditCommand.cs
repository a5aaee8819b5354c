using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Records;
using Mooring.Practice.Settings;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring audit export</c>: lines of the access log with their seals, as JSON lines or CSV. That they were taken out is a line, too.</summary>
public static class AuditCommand
{
    public static Command Create()
    {
        var to = new Option<FileInfo>("--to") { Description = "The file; it is not written over.", Required = true };
        var format = new Option<string>("--format") { Description = "jsonl or csv.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var (data, asked) = (DataOption.Create(), new AuditOptions());
        var export = new Command("export", "Write lines of the access log into a file, each with the seal that covers it.") { data, to, format };
        asked.AddTo(export);
        export.SetAction((parsed, cancel) => Export(
            DataOption.Host(parsed.GetValue(data)!), asked.Read(parsed), parsed.GetValue(to)!.FullName, parsed.GetValue(format) == "csv", parsed.InvocationConfiguration, cancel));
        return new("audit", "The access log: who saw and who changed what.") { export };
    }

    private static async Task<int> Export(ServerOptions options, AuditWanted wanted, string to, bool isCsv, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return await Refuse($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.", console);
        if (File.Exists(to))
            return await Refuse($"CLI260 {to} is there already, and nothing is written over it.", console);
        await using var app = MooringHost.Build(options);
        await using var outer = app.Services.CreateAsyncScope();
        var count = 0;
        await using (var file = new StreamWriter(Private.New(to), new UTF8Encoding(false)))
        {
            var withHead = true;
            foreach (var clinic in await outer.ServiceProvider.GetRequiredService<ClinicsHere>().All(cancel))
            {
                await using var scope = app.Services.CreateAsyncScope();
                CommandReads.Enter(scope.ServiceProvider, clinic.Id, "audit export", Right.ReadAccessLog);
                count += await AuditFile.Write(scope.ServiceProvider.GetRequiredService<AuditExport>().Lines(wanted, cancel), file, isCsv, withHead, cancel);
                await CommandReads.Write(scope.ServiceProvider, wanted.Patient is { } patient ? [patient] : [], null, console.Error, cancel);
                withHead = false;
            }
        }

        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{to}: {count} lines"));
        return 0;
    }

    private static async Task<int> Refuse(string says, InvocationConfiguration console)
    {
        await console.Error.WriteLineAsync(says);
        return 1;
    }
}
