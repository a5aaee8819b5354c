using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Commands;
using Mooring.Clinical;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Secrets;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Proof;

/// <summary>The access log as a journal: sealed in parts, and somebody with the database in hand who would like to change it.</summary>
public class SealingTheLog
{
    public static TheoryData<Engine> Both => Engines.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Covers_each_line_once_and_says_what_waits(Engine engine)
    {
        await using var clinic = await WithLines(engine);

        var first = await Seal(clinic);
        await Write(clinic, place: 2);
        var between = await Walk(clinic);
        var second = await Seal(clinic);
        var after = await Walk(clinic);

        Assert.True(first > 3);
        Assert.True(second > 0);
        Assert.Equal((first, true, (long?)null), (between.Sealed, between.Waiting > 0, between.Break?.Seq));
        Assert.Equal((first + second, 0L, (long?)null), (after.Sealed, after.Waiting, after.Break?.Seq));
        Assert.Equal(0, await Seal(clinic));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Shows_a_line_that_was_changed_taken_out_added_or_no_longer_covered(Engine engine)
    {
        await using var clinic = await WithLines(engine);
        await Seal(clinic);
        await Write(clinic, place: 2);
        await Seal(clinic);
        FormattableString[] attacks =
        [
            $"""UPDATE audit SET "ActorName" = 'Somebody Else' WHERE "Id" = (SELECT MIN("Id") FROM audit WHERE "SealedBy" = 2)""",
            $"""UPDATE audit SET "SealedBy" = NULL WHERE "Id" = (SELECT MAX("Id") FROM audit WHERE "SealedBy" = 2)""",
            $"""UPDATE audit SET "SealedBy" = 2 WHERE "Id" = (SELECT MAX("Id") FROM audit WHERE "SealedBy" = 1)""",
            $"""DELETE FROM audit WHERE "Id" = (SELECT MAX("Id") FROM audit WHERE "SealedBy" = 2)""",
            $"""DELETE FROM audit WHERE "SealedBy" = 2""",
        ];

        foreach (var attack in attacks)
        {
            var found = await Attacked(clinic, attack);

            Assert.True(found.Break is { Seq: 1 or 2 }, $"Not found: {attack.Format}");
        }

        Assert.Null((await Walk(clinic)).Break);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Shows_a_seal_that_was_taken_away_with_its_lines_left(Engine engine)
    {
        await using var clinic = await WithLines(engine);
        await Seal(clinic);

        var found = await Attacked(clinic, $"""DELETE FROM journal WHERE "Subject" = 'audit'""");

        Assert.Contains("Seal 1 is missing", found.Break?.Says);
    }

    // Lines and seals gone together look like a log that never was; the signature says that it was.
    [Fact]
    public async Task Is_signed_with_the_journals_so_that_an_end_cut_off_is_found()
    {
        await using var clinic = await WithLines(Engine.Sqlite);
        await Seal(clinic);
        await clinic.As(Role.Manager, services => services.GetRequiredService<CheckpointDesk>().SignGrown(Cancel));
        var before = await Verify(clinic);

        await Sql(clinic, $"""DELETE FROM journal WHERE "Subject" = 'audit'""");
        await Sql(clinic, $"""DELETE FROM audit WHERE "SealedBy" IS NOT NULL""");
        var after = await Verify(clinic);

        Assert.True(before.GetProperty("sound").GetBoolean());
        Assert.False(after.GetProperty("sound").GetBoolean());
        Assert.Contains("signed 1 entries", after.GetProperty("accessLogs")[0].GetProperty("break").GetProperty("says").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_what_was_taken_out_at_the_command_line_and_what_for_each_line_was_written()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var session = (await clinic.Seat()).Session;
        var file = Path.Combine(clinic.DataFolder, "export.json");

        var code = await ExportCommand.Create().Parse(["--session", session.ToString(), "--data", clinic.DataFolder, "--out", file]).InvokeAsync(new(), Cancel);
        var lines = await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking().ToListAsync(Cancel));

        Assert.Equal(0, code);
        var export = lines.Single(line => line.Action == "exported");
        Assert.Equal(("mooring export", session.ToString(), Purpose.Operations), (export.ActorName, export.SubjectId, export.Purpose));
        Assert.NotNull(export.PatientId);
        Assert.Contains(lines, line => line.Purpose == Purpose.Treatment);
    }

    private static async Task<TestClinic> WithLines(Engine engine)
    {
        var clinic = await TestClinic.Open(engine);
        await Write(clinic, place: 1);
        return clinic;
    }

    // A patient, a chair, a plan, a consent: each leaves its line.
    private static Task Write(TestClinic clinic, int place) => clinic.Seat(place);

    private static Task<int> Seal(TestClinic clinic) => clinic.As(Role.Manager, services => services.GetRequiredService<AuditSeals>().Seal(Cancel));

    private static async Task<VerifiedLog> Walk(TestClinic clinic) =>
        (await clinic.As(Role.Manager, services => services.GetRequiredService<VerifyDesk>().WalkLogs(null, Cancel))).Single(log => log.Clinic == clinic.Clinic.Id.Value);

    // Looked at inside the attack's transaction, which is then taken back.
    private static Task<VerifiedLog> Attacked(TestClinic clinic, FormattableString attack) => clinic.As(Role.Manager, async services =>
    {
        var db = services.GetRequiredService<MooringDb>();
        await using var whole = await db.Database.BeginTransactionAsync(Cancel);
        Assert.True(await db.Database.ExecuteSqlAsync(attack, Cancel) > 0);
        return (await services.GetRequiredService<VerifyDesk>().WalkLogs(null, Cancel)).Single(log => log.Clinic == clinic.Clinic.Id.Value);
    });

    private static Task<int> Sql(TestClinic clinic, FormattableString sql) =>
        clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlAsync(sql, Cancel));

    private static async Task<JsonElement> Verify(TestClinic clinic)
    {
        var output = new StringWriter();
        await VerifyCommand.Create().Parse(["--data", clinic.DataFolder, "--public-key", CheckpointKey.PublicFile(clinic.DataFolder), "--json"]).InvokeAsync(new() { Output = output }, Cancel);
        return JsonDocument.Parse(output.ToString()).RootElement;
    }
}
