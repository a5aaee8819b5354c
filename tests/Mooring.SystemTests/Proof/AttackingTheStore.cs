using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Commands;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Practice.Notes;
using Mooring.Practice.Records;
using Mooring.Practice.Risk;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Jobs;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Proof;

/// <summary>Somebody with the database in hand changes what is no journal, and leaves the log alone or changes it as well.</summary>
public class AttackingTheStore
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What is done, the table that must be named, and the statement. Each is taken back after it was looked at.</summary>
    private static (string What, string Table, FormattableString Sql)[] Attacks { get; } =
    [
        ("a patient is renamed", "patients", $"""UPDATE patients SET "FamilyName" = 'Ashe' """),
        ("a consent is taken out", "consents", $"""DELETE FROM consents WHERE "Id" = (SELECT "Id" FROM consents LIMIT 1)"""),
        ("a decision on eligibility is changed", "decisions", $"""UPDATE decisions SET "Version" = "Version" + 1"""),
        ("a history is put back to an earlier state", "histories", $"""UPDATE histories SET "Version" = "Version" - 1"""),
        ("a decision on risk is changed", "risk_decisions", $"""UPDATE risk_decisions SET "ClinicId" = "ClinicId", "Version" = 7"""),
        ("an answer sheet is taken out", "answer_sheets", $"""DELETE FROM answer_sheets WHERE "Id" = (SELECT "Id" FROM answer_sheets LIMIT 1)"""),
        ("a psychotherapy note is exchanged", "psychotherapy_notes", $"""UPDATE psychotherapy_notes SET "Version" = 2"""),
        ("a colleague is renamed", "staff", $"""UPDATE staff SET "FullName" = 'Somebody Else' WHERE "Id" = (SELECT "Id" FROM staff LIMIT 1)"""),
        ("a colleague is given another role", "staff", $"""UPDATE staff SET "MoreRoles" = 'Prescriber' WHERE "Role" = 'Manager'"""),
        ("a password is exchanged", "staff", $"""UPDATE staff SET "PasswordHash" = 'AQAAAAIAAYagAAAAE' WHERE "Role" = 'Prescriber'"""),
        ("a chair is added that nobody set up", "chairs", $"""INSERT INTO chairs ("Id", "ClinicId", "Name", "Room", "Order", "Version") SELECT '7d3f1f0e-0000-7000-8000-000000000001', "ClinicId", 'Ninth', 'Nowhere', 9, 1 FROM chairs LIMIT 1"""),
        ("a device's message is taken out", "messages", $"""DELETE FROM messages"""),
        ("a device's message is changed", "messages", $"""UPDATE messages SET "Packed" = "Answer" """),
        ("what was kept apart is taken out", "quarantine", $"""DELETE FROM quarantine"""),
        ("a session is put under another patient", "sessions", $"""UPDATE sessions SET "PatientId" = (SELECT "Id" FROM patients WHERE "Id" <> sessions."PatientId" LIMIT 1)"""),
        ("the count of a session is changed", "sessions", $"""UPDATE sessions SET "Entries" = "Entries" + 1"""),
        ("a session's index is taken out", "sessions", $"""DELETE FROM sessions"""),
        ("content that was decided on is exchanged", "content", $"""UPDATE content SET "Text" = 'id: other' WHERE "Hash" = (SELECT MIN("Hash") FROM content)"""),
        ("a chain of arrivals is cut", "journal", $"""UPDATE journal SET "Seq" = 2 WHERE "Subject" = 'arrivals'"""),
    ];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_named_with_table_and_row(Engine engine)
    {
        await using var care = await WithRecords(engine);

        var before = await Walk(care.Clinic, attack: null);
        List<string> unseen = [];
        foreach (var (what, table, sql) in Attacks)
        {
            if (!(await Walk(care.Clinic, sql)).Any(row => row.Table == table && row.Row.Length > 0))
                unseen.Add(what);
        }

        Assert.Empty(before);
        Assert.Empty(unseen);
        Assert.Empty(await Walk(care.Clinic, attack: null));
    }

    // With its line of the log gone as well the row looks as it should: then the log's own seal tells.
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_found_by_the_seal_of_the_log_where_the_log_was_changed_with_it(Engine engine)
    {
        await using var care = await WithRecords(engine);
        await care.Clinic.As(Role.Manager, services => services.GetRequiredService<AuditSeals>().Seal(Cancel));

        var log = await care.Clinic.As(Role.Manager, async services =>
        {
            var db = services.GetRequiredService<MooringDb>();
            await using var whole = await db.Database.BeginTransactionAsync(Cancel);
            await db.Database.ExecuteSqlAsync($"""DELETE FROM risk_decisions""", Cancel);
            await db.Database.ExecuteSqlAsync($"""DELETE FROM audit WHERE "Subject" = 'risk_decisions'""", Cancel);
            var desk = services.GetRequiredService<VerifyDesk>();
            Assert.DoesNotContain(await desk.WalkTables(null, Cancel), table => table.Breaks.Count > 0);
            return Assert.Single(await desk.WalkLogs(null, Cancel), log => log.Clinic == care.Clinic.Clinic.Id.Value);
        });

        Assert.Contains("taken out", log.Break?.Says);
    }

    [Fact]
    public async Task Is_said_at_the_command_line_with_a_code_of_failure()
    {
        await using var care = await WithRecords(Engine.Sqlite);
        var sound = await Verify(care.Clinic);
        await care.Clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlAsync($"""UPDATE patients SET "GivenName" = 'Other'""", Cancel));

        var (code, said) = await Verify(care.Clinic);

        Assert.Equal(0, sound.Code);
        Assert.Equal(1, code);
        var table = said.GetProperty("tables").EnumerateArray().Single(one => one.GetProperty("table").GetString() == "patients");
        Assert.Contains(care.Patient.ToString(), table.GetProperty("breaks").EnumerateArray().Select(one => one.GetProperty("row").GetString()));
        Assert.False(said.GetProperty("sound").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_an_earlier_version_is_proven_once_its_fingerprint_is_renewed(Engine engine)
    {
        await using var care = await WithRecords(engine);
        await care.Clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlAsync($"""UPDATE audit SET "After" = NULL WHERE "Subject" = 'patients'""", Cancel));
        await care.Clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlAsync($"""DELETE FROM audit WHERE "Subject" = 'tables'""", Cancel));

        var old = await Tables(care.Clinic);
        await care.Clinic.As(Role.Manager, async services =>
        {
            await services.GetServices<Job>().Single(job => job.Name == "row-prints").Run(Cancel);
            return true;
        });
        var renewed = await Tables(care.Clinic);

        Assert.Equal((true, false), (old["patients"].Unproven > 0, old["patients"].Breaks.Count > 0));
        Assert.Equal((0L, 0), (renewed["patients"].Unproven, renewed["patients"].Breaks.Count));
        Assert.Contains(await Walk(care.Clinic, $"""UPDATE patients SET "FamilyName" = 'Ashe'"""), row => row.Table == "patients");
    }

    // Somebody with a history, a screening that was decided on, notes, a session at a chair, and a monitor that sends.
    private static async Task<CareClinic> WithRecords(Engine engine)
    {
        var care = await CareClinic.WithSomeoneKnown(engine, start: true);
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        var screened = await care.Ask(Role.Nurse, services => services.GetRequiredService<RiskDesk>()
            .Screen(care.Patient, Id<AnswerSheet>.New(care.Clock.Now), [1, 1, 1, 1, 0, 0, null], Cancel));
        await care.Ask(Role.Prescriber, services => services.GetRequiredService<RiskDesk>().Decide(care.Patient, screened.Value!.Screener!.Id, "Sent to the emergency department.", Cancel));
        await care.Ask(Role.Therapist, services => services.GetRequiredService<TherapyNoteDesk>().WritePsychotherapy(care.Patient, Id<PsychotherapyNote>.New(care.Clock.Now), "Said in confidence.", Cancel));
        var seat = new MonitoredSeat(care.Clinic, await care.Clinic.Seat());
        using (var monitor = await seat.Monitor())
        {
            await monitor.Ask(seat.Message("M1", care.Clock.Now), Cancel);
            await monitor.Ask(seat.Message("M2", care.Clock.Now, null, "NM|0002-4bb8^Unknown^99VENDOR|1.1.1.1|38|mm[Hg]^^UCUM|||||R"), Cancel);
        }

        care.Clock.Now += TimeSpan.FromMinutes(30);
        await care.Clinic.As(Role.Manager, services => services.GetRequiredService<ArrivalSeals>().Seal(Cancel));
        return care;
    }

    private static async Task<Dictionary<string, VerifiedTable>> Tables(TestClinic clinic) =>
        (await clinic.As(Role.Manager, services => services.GetRequiredService<VerifyDesk>().WalkTables(null, Cancel))).ToDictionary(table => table.Table, StringComparer.Ordinal);

    // Looked at inside the attack's transaction, which is then taken back.
    private static Task<IReadOnlyList<(string Table, string Row)>> Walk(TestClinic clinic, FormattableString? attack) => clinic.As(Role.Manager, async services =>
    {
        var db = services.GetRequiredService<MooringDb>();
        await using var whole = await db.Database.BeginTransactionAsync(Cancel);
        if (attack is not null)
            Assert.True(await db.Database.ExecuteSqlAsync(attack, Cancel) > 0, $"Nothing to attack: {attack.Format}");
        var tables = await services.GetRequiredService<VerifyDesk>().WalkTables(null, Cancel);
        return (IReadOnlyList<(string, string)>)[.. tables.SelectMany(table => table.Breaks.Select(row => (table.Table, row.Row)))];
    });

    private static async Task<(int Code, JsonElement Said)> Verify(TestClinic clinic)
    {
        var output = new StringWriter();
        var code = await VerifyCommand.Create().Parse(["--data", clinic.DataFolder, "--json"]).InvokeAsync(new() { Output = output }, Cancel);
        return (code, JsonDocument.Parse(output.ToString()).RootElement);
    }
}
