using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Clinical.Sessions;
using Mooring.Fhir.Writing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Patients;
using Mooring.Practice.Privacy;
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
        var to = new Option<string>("--to") { Description = "Who receives it, for the accounting of disclosures: a name, or \"patient\". Records of substance use treatment (42 CFR Part 2) leave only to the patient or with a consent; without one they are left out of a chart, and a session of theirs is refused.", DefaultValueFactory = _ => "not said" };
        var format = new Option<string>("--format") { Description = "json: everything, each entry as it was hashed, with its signed checkpoints; html: the record as one page that stands alone; pdf: that page printed.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "html", "pdf");
        var file = new Option<FileInfo?>("--out") { Description = "Where to write it; standard output unless given." };
        var data = DataOption.Create();
        var command = new Command("export", "Write one session, or the notes and documents of one chart, to a file.") { session, chart, format, to, data, file };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(session) is null == parsed.GetValue(chart) is null)
                parsed.AddError("Name either --session or --chart.");
        });
        command.SetAction((parsed, cancel) => parsed.GetValue(chart) is { } patient
            ? Chart(DataOption.Host(parsed.GetValue(data)!), new Id<Patient>(patient), parsed.GetValue(to)!, parsed.GetValue(file), cancel)
            : Export(DataOption.Host(parsed.GetValue(data)!), new Id<Session>(parsed.GetValue(session)!.Value), parsed.GetValue(format)!, parsed.GetValue(to)!, parsed.GetValue(file), cancel));
        return command;
    }

    private static async Task<int> Export(ServerOptions options, Id<Session> session, string format, string to, FileInfo? file, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return await Refuse($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<VerifyDesk>().Walk(session, cancel) is not [var journal])
            return await Refuse($"CLI121 There is no session {session} in {options.DataFolder}.");
        if (journal.Break is { } found)
            await Console.Error.WriteLineAsync($"CLI122 The journal is broken at entry {found.Seq}: {found.Says} What follows is written as it is kept.");

        CommandReads.Enter(scope.ServiceProvider, new Id<Clinic>(journal.Clinic), "export", Right.ReadCharts);
        await CommandReads.Write(scope.ServiceProvider, await CommandReads.Of(scope.ServiceProvider, session, cancel), session.Value, Console.Error, cancel);
        var disclosures = scope.ServiceProvider.GetRequiredService<DisclosureDesk>();
        var opened = (await scope.ServiceProvider.GetRequiredService<SessionDesk>().Find(session, cancel))!;
        var patient = new Id<Patient>(opened.Plan.Patient);
        var release = await disclosures.Ask(patient, [new(Part2Item.Protocol, opened.Plan.Protocol.Id)], to, to == "patient", cancel);
        if (!release.IsDone)
            return await Refuse($"{release.Refusals[0].Code} {release.Refusals[0].Says}");
        // The journal is kept byte by byte: a notice would be no part of it, and stands beside it.
        if (release.Value.Notice is { } notice && format == "json")
            await Console.Error.WriteLineAsync($"{notice} {release.Value.Scope}");
        var bytes = format == "json" ? (await scope.ServiceProvider.GetRequiredService<RecordArchive>().Write(session, cancel))! : Encoding.UTF8.GetBytes((await scope.ServiceProvider.GetRequiredService<RecordPaper>().Html(session, cancel, release.Value))!);
        if (format == "pdf")
        {
            var printed = await PdfPrinter.Print(Encoding.UTF8.GetString(bytes), cancel);
            if (!printed.IsDone)
                return await Refuse($"{printed.Refusals[0].Code} {printed.Refusals[0].Says}");
            bytes = printed.Value;
        }

        if (await HasChart(scope.ServiceProvider, patient, cancel))
            await disclosures.Keep(patient, release.Value, to, "record of a session", $"mooring export, {format}", bytes, cancel);
        return await Write(file, bytes, cancel);
    }

    private static async Task<int> Chart(ServerOptions options, Id<Patient> patient, string to, FileInfo? file, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return await Refuse($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.");
        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ChartReads>().ClinicOf(patient, cancel) is not { } clinic)
            return await Refuse($"CLI126 There is no patient {patient} in {options.DataFolder}.");
        CommandReads.Enter(scope.ServiceProvider, clinic, "export", Right.ReadCharts);
        await CommandReads.Write(scope.ServiceProvider, [patient.Value], null, Console.Error, cancel);
        var written = (await ActivatorUtilities.CreateInstance<ChartBundle>(scope.ServiceProvider).Write(patient, to, cancel))!;
        if (!written.IsDone)
            return await Refuse($"{written.Refusals[0].Code} {written.Refusals[0].Says}");
        await scope.ServiceProvider.GetRequiredService<DisclosureDesk>().Keep(patient, written.Value.Release, to, "chart", "mooring export, FHIR bundle", written.Value.Bytes, cancel);
        if (written.Value.LeftOut > 0)
            await Console.Error.WriteLineAsync($"{written.Value.LeftOut} records of substance use treatment (42 CFR Part 2) were left out: no consent covers them.");
        return await Write(file, written.Value.Bytes, cancel);
    }

    // A session may be of somebody who has no chart here.
    private static async Task<bool> HasChart(IServiceProvider services, Id<Patient> patient, CancellationToken cancel) => await services.GetRequiredService<PatientDesk>().Find(patient, cancel) is not null;

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
