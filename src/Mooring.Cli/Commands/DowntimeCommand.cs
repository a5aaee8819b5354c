using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Settings;
using Mooring.Storage.Secrets;
using Mooring.Web;
using Mooring.Web.Pages.Bedside.Records;
using Mooring.Web.Pages.Board.Downtime;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring downtime</c>: the papers for when Mooring is away, for the printer; made each morning.</summary>
public static class DowntimeCommand
{
    public static Command Create()
    {
        var to = new Option<DirectoryInfo>("--to") { Description = "The folder that they are put into; those of yesterday are written over.", Required = true };
        var format = new Option<string>("--format") { Description = "pdf, or html where no chromium is installed.", DefaultValueFactory = _ => "pdf" };
        format.AcceptOnlyFromAmong("pdf", "html");
        var (data, keys) = (DataOption.Create(), DataOption.Keys());
        var command = new Command("downtime", "Write the day list and a blank session sheet for each protocol, to be printed each morning.") { data, keys, to, format };
        command.SetAction((parsed, cancel) => Run(
            DataOption.Host(parsed.GetValue(data)!, parsed.GetValue(keys)), parsed.GetValue(to)!.FullName, parsed.GetValue(format)!, parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> Run(ServerOptions options, string to, string format, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
        {
            await console.Error.WriteLineAsync($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
            return 1;
        }

        Private.Folder(to);
        await using var app = MooringHost.Build(options);
        await using var outer = app.Services.CreateAsyncScope();
        var clinics = await outer.ServiceProvider.GetRequiredService<ClinicsHere>().All(cancel);
        foreach (var clinic in clinics)
        {
            await using var scope = app.Services.CreateAsyncScope();
            CommandReads.Enter(scope.ServiceProvider, clinic.Id, "downtime", Right.ReadCharts, Right.ArrangeVisits);
            var paper = scope.ServiceProvider.GetRequiredService<DowntimePaper>();
            var (list, html) = await paper.DayList(cancel);
            await CommandReads.Write(scope.ServiceProvider, [.. list.Patients.Select(patient => patient.Value)], null, console.Error, cancel);
            var place = clinics.Count == 1 ? to : Path.Combine(to, clinic.Id.ToString());
            List<(string Name, string Html)> papers = [("day-list", html)];
            foreach (var protocol in paper.Sheets)
                papers.Add(($"session-sheet-{protocol}", (await paper.Sheet(protocol, cancel))!));
            foreach (var (name, page) in papers)
            {
                if (await Write(Path.Combine(place, $"{name}.{format}"), page, format, console, cancel) is > 0 and var failed)
                    return failed;
            }

            await console.Output.WriteLineAsync($"{place}: {papers.Count} papers");
        }

        return 0;
    }

    // Whole before or whole after: the printer never takes half a paper.
    private static async Task<int> Write(string path, string html, string format, InvocationConfiguration console, CancellationToken cancel)
    {
        Private.Folder(Path.GetDirectoryName(path)!);
        var bytes = Encoding.UTF8.GetBytes(html);
        if (format == "pdf")
        {
            var printed = await PdfPrinter.Print(html, cancel);
            if (!printed.IsDone)
                return CommandOutput.Refused(printed.Refusals, console.Error);
            bytes = printed.Value;
        }

        File.Delete(path + ".new");
        await using (var file = Private.New(path + ".new"))
            await file.WriteAsync(bytes, cancel);
        File.Move(path + ".new", path, overwrite: true);
        return 0;
    }
}
