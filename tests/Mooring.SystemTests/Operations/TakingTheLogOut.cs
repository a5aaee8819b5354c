using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Commands;
using Mooring.Clinical;
using Mooring.Practice.Records;
using Mooring.Storage.Audit;

namespace Mooring.SystemTests.Operations;

/// <summary>The access log and what belongs to an incident leave the clinic as files, and leave a line behind.</summary>
public sealed class TakingTheLogOut
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_each_line_with_its_seal_and_is_a_line_itself()
    {
        await using var backed = await BackedUp.Open();
        await backed.Clinic.As(Role.Manager, services => services.GetRequiredService<AuditSeals>().Seal(Cancel));
        var file = Path.Combine(backed.Backups + ".jsonl");

        var first = await Run(AuditCommand.Create(), "export", "--data", backed.Clinic.DataFolder, "--to", file, "--patient", backed.Seat.Patient.ToString());
        var again = await Run(AuditCommand.Create(), "export", "--data", backed.Clinic.DataFolder, "--to", file);

        Assert.Equal((0, 1), (first.Code, again.Code));
        var lines = (await File.ReadAllLinesAsync(file, Cancel)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(64, line.GetProperty("sha256").GetString()!.Length));
        Assert.Contains("CLI260", again.Error, StringComparison.Ordinal);
        Assert.Contains(await Log(backed), line => line.What.Contains("audit export", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_a_table_holds_nothing_that_a_spreadsheet_would_run()
    {
        await using var backed = await BackedUp.Open();
        await backed.Clinic.As(Role.Manager, async services =>
        {
            var db = services.GetRequiredService<Mooring.Storage.MooringDb>();
            db.Add(new AuditRow { ClinicId = db.Clinic, At = TimeProvider.System.GetUtcNow(), ActorName = "=HYPERLINK(\"x\")", Action = "viewed", Subject = "/", SubjectId = "" });
            await db.SaveChangesAsync(Cancel);
        });
        var file = backed.Backups + ".csv";

        await Run(AuditCommand.Create(), "export", "--data", backed.Clinic.DataFolder, "--to", file, "--format", "csv");

        var table = await File.ReadAllTextAsync(file, Cancel);
        Assert.StartsWith("clinic,id,at,", table, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_incident_holds_the_sessions_of_the_patient_and_they_verify()
    {
        await using var backed = await BackedUp.Open();

        var empty = await Run(IncidentCommand.Create(), "export", "--data", backed.Clinic.DataFolder, "--to", backed.Fresh);
        var done = await Run(IncidentCommand.Create(), "export", "--data", backed.Clinic.DataFolder, "--to", backed.Fresh, "--patient", backed.Seat.Patient.ToString());

        Assert.Contains("CLI261", empty.Error, StringComparison.Ordinal);
        Assert.True(done.Code == 0, done.Error);
        var session = Path.Combine(backed.Fresh, $"session-{backed.Seat.Session}.json");
        Assert.Equal(0, (await Run(VerifyCommand.Create(), "--export", session, "--public-key", PublicKey(backed))).Code);
        Assert.NotEmpty(await File.ReadAllLinesAsync(Path.Combine(backed.Fresh, "access-log.jsonl"), Cancel));
        Assert.Contains(await Log(backed), line => line.What.Contains("incident export", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prints_the_papers_for_downtime_and_notes_whom_they_show()
    {
        await using var backed = await BackedUp.Open();

        var done = await Run(DowntimeCommand.Create(), "--data", backed.Clinic.DataFolder, "--to", backed.Fresh, "--format", "html");

        Assert.True(done.Code == 0, done.Error);
        Assert.Contains("Day list", await File.ReadAllTextAsync(Path.Combine(backed.Fresh, "day-list.html"), Cancel), StringComparison.Ordinal);
        var sheets = Directory.GetFiles(backed.Fresh, "session-sheet-*.html");
        Assert.True(sheets.Length > 5);
        Assert.All(sheets, sheet => Assert.Contains("Confirmed by", File.ReadAllText(sheet), StringComparison.Ordinal));
        Assert.Contains(await Log(backed), line => line.What.Contains("downtime", StringComparison.Ordinal));
    }

    private static string PublicKey(BackedUp backed) => Mooring.Storage.Secrets.CheckpointKey.PublicFile(backed.Clinic.DataFolder);

    private static Task<(int Code, string Said, string Error)> Run(System.CommandLine.Command command, params string[] words) => BackedUp.Run(command, words);

    private static async Task<IReadOnlyList<AccessLine>> Log(BackedUp backed) =>
        (await backed.Clinic.As(Role.Manager, services => services.GetRequiredService<AccessLogDesk>().Ask(new(null, null, null, null, null), Cancel))).Value!.Lines;
}
