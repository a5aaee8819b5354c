using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Fhir.Writing;
using Mooring.Practice.Records;
using Mooring.Web;
using Mooring.Web.Pages.Bedside.Records;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring export</c>: one session with everything that is kept of it as JSON, or its record as a page or PDF; or the notes,
/// documents, answers and blood pressures of a chart as a FHIR bundle.
/// </summary>
public static class ExportCommand
{
    public static Command Create()
    {
        var session = new Option<Guid?>("--session") { Description = "The session's id." };
        var chart = new Option<Guid?>("--chart") { Description = "The patient's id, as it stands in the address of their pages: signed notes, letters, documents, answers and blood pressures as a FHIR R4 bundle. Psychotherapy notes and drafts stay out." };
        var format = new Option<string>("--format") { Description = "json: everything, each entry as it was hashed, with its signed checkpoints; html: the record as one page that stands alone; pdf: that page printed.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "html", "pdf");
        var file = new Option<FileInfo?>("--out") { Description = "Where to write it; standard output unless given." };
        var data = DataOption.Create();
        var command = new Command("export", "Write one session, or the notes and documents of one chart, to a file.") { session, chart, format, data, file };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(session) is null == parsed.GetValue(chart) is null)
                parsed.AddError("Name either --session or --chart.");
        });
        command.SetAction((parsed, cancel) => parsed.GetValue(chart) is { } patient
            ? Chart(DataOption.Host(parsed.GetValue(data)!), new Id<Patient>(patient), parsed.GetValue(file), cancel)
            : Export(DataOption.Host(parsed.GetValue(data)!), new Id<Session>(parsed.GetValue(session)!.Value), parsed.GetValue(format)!, parsed.GetValue(file), cancel));
        return command;
    }

    private static async Task<int> Export(ServerOptions options, Id<Session> session, string format, FileInfo? file, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return await Refuse($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<VerifyDesk>().Walk(session, cancel) is not [var journal])
            return await Refuse($"CLI121 There is no session {session} in {options.DataFolder}.");
        if (journal.Break is { } found)
            await Console.Error.WriteLineAsync($"CLI122 The journal is broken at entry {found.Seq}: {found.Says} What follows is written as it is kept.");

        CommandReads.Enter(scope.ServiceProvider, new Id<Clinic>(journal.Clinic), "export");
        await CommandReads.Write(scope.ServiceProvider, await CommandReads.Of(scope.ServiceProvider, session, cancel), session.Value, Console.Error, cancel);
        if (format == "json")
            return await Write(file, (await scope.ServiceProvider.GetRequiredService<RecordArchive>().Write(session, cancel))!, cancel);

        var html = await scope.ServiceProvider.GetRequiredService<RecordPaper>().Html(session, cancel);
        if (format == "html")
            return await Write(file, Encoding.UTF8.GetBytes(html!), cancel);
        var printed = await PdfPrinter.Print(html!, cancel);
        return printed.IsDone ? await Write(file, printed.Value, cancel) : await Refuse($"{printed.Refusals[0].Code} {printed.Refusals[0].Says}");
    }

    private static async Task<int> Chart(ServerOptions options, Id<Patient> patient, FileInfo? file, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return await Refuse($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ChartReads>().ClinicOf(patient, cancel) is not { } clinic)
            return await Refuse($"CLI126 There is no patient {patient} in {options.DataFolder}.");
        CommandReads.Enter(scope.ServiceProvider, clinic, "export", Right.ReadCharts);
        await CommandReads.Write(scope.ServiceProvider, [patient.Value], null, Console.Error, cancel);
        var written = (await ActivatorUtilities.CreateInstance<ChartBundle>(scope.ServiceProvider).Write(patient, cancel))!;
        return written.IsDone ? await Write(file, written.Value, cancel) : await Refuse($"{written.Refusals[0].Code} {written.Refusals[0].Says}");
    }

    private static async Task<int> Write(FileInfo? file, byte[] bytes, CancellationToken cancel)
    {
        if (file is not null)
        {
            await File.WriteAllBytesAsync(file.FullName, bytes, cancel);
            return 0;
        }

        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(bytes, cancel);
        return 0;
    }

    private static async Task<int> Refuse(string says)
    {
        await Console.Error.WriteLineAsync(says);
        return 1;
    }
}
