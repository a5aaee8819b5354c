using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Devices.Simulator;
using Mooring.Practice.Operations;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Secrets;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Faults;

namespace Mooring.SystemTests.Operations;

/// <summary>A backup is made while the clinic works, and is worth what its restore shows.</summary>
public sealed class BackingUp
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_session_runs_brings_its_last_minute_back_after_the_server_was_killed()
    {
        await using var backed = await BackedUp.Open();
        var token = await backed.Clinic.TokenFor(Role.Nurse);
        SqliteConnection.ClearAllPools();
        using var server = await ServerProcess.Start(backed.Clinic.DataFolder, Cancel);
        var monitor = new MessageSender(new MonitorIdentity(backed.Seat.Device, backed.Seat.Number, "CLINIC^ROOM^CHAIR 1"), () => server);
        using var nurse = new NoteSender(backed.Seat.Session, token, () => server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task[] senders = [monitor.Run(stop.Token), nurse.Run(stop.Token)];
        await Patience.Until(() => nurse.Accepted.Count > 5 && monitor.Acknowledged.Count > 5, "five notes and messages that were taken");

        var (messages, notes) = (monitor.Acknowledged.ToList(), nurse.Accepted.ToList());
        var made = await backed.Backup();
        await stop.CancelAsync();
        await server.Kill(Cancel);
        await Task.WhenAll(senders);
        var restored = await backed.Restore();

        Assert.True(made.Code == 0, made.Error);
        Assert.True(restored.Code == 0, restored.Error + restored.Said);
        var done = BackedUp.Read(restored.Said);
        Assert.True(done.GetProperty("journals").GetInt32() >= 1);
        Assert.True(done.GetProperty("notes").GetInt32() >= 2);
        var kept = await backed.Ask("""SELECT lower("EventId") FROM journal""");
        Assert.Empty(notes.Select(note => note.ToString()).Except(kept, StringComparer.Ordinal));
        Assert.Empty(messages.Except(await backed.Ask("""SELECT "ControlId" FROM messages"""), StringComparer.Ordinal));
        using var again = await ServerProcess.Start(backed.Fresh, Cancel);
        using var http = new HttpClient { Timeout = Patience.Long };
        Assert.Equal("ready", await http.GetStringAsync(new Uri(again.Web, "health/ready"), Cancel));
    }

    [Fact]
    public async Task Leaves_the_keys_out_unless_they_go_elsewhere_and_lets_nobody_else_read()
    {
        await using var backed = await BackedUp.Open();

        Assert.Equal(0, (await backed.Backup()).Code);
        var within = await BackedUp.Run(Cli.Commands.BackupCommand.Create(), ["--data", backed.Clinic.DataFolder, "--to", backed.Backups, "--keys-to", Path.Combine(backed.Backups, "keys")]);

        var files = Directory.GetFiles(backed.Newest, "*", SearchOption.AllDirectories);
        Assert.DoesNotContain(files, file => file.EndsWith(".key", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains(BackedUp.Secret, StringComparison.Ordinal));
        Assert.Equal(["checkpoint.key", "seal.key"], Directory.GetFiles(Directory.GetDirectories(backed.Keys).Single()).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Private.Open(backed.Backups));
        Assert.Empty(Private.Open(backed.Keys));
        Assert.Equal(1, within.Code);
    }

    // In the folder of the data, under another name than their own; a shell completes such a name with a slash.
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task Leaves_the_keys_out_however_their_folder_is_written(string end)
    {
        await using var backed = await BackedUp.Open();
        var moved = Path.Combine(backed.Clinic.DataFolder, "moved");
        Directory.Move(Path.Combine(backed.Clinic.DataFolder, "keys"), moved);

        var made = await backed.Backup("--keys", moved + end);

        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.DoesNotContain(Directory.GetFiles(backed.Newest, "*", SearchOption.AllDirectories), file => file.EndsWith(".key", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CLI254")]
    [InlineData("CLI251")]
    [InlineData("CLI255")]
    [InlineData("CLI250")]
    public async Task Is_not_restored_when_something_is_wrong_with_it(string code)
    {
        await using var backed = await BackedUp.Open();
        Assert.Equal(0, (await backed.Backup()).Code);
        switch (code)
        {
            case "CLI254":
                await using (var database = File.OpenWrite(Path.Combine(backed.Newest, "data", "mooring.db")))
                    (database.Position, _) = (5000, 0);
                await File.AppendAllTextAsync(Path.Combine(backed.Newest, "data", "mooring.db"), "x", Cancel);
                break;
            case "CLI251":
                await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(backed.Fresh).FullName, "something"), "", Cancel);
                break;
            case "CLI255":
                await File.WriteAllBytesAsync(Path.Combine(Directory.GetDirectories(backed.Keys).Single(), "seal.key"), new byte[32], Cancel);
                break;
            default:
                File.Delete(Path.Combine(backed.Newest, "backup.json"));
                break;
        }

        var restored = await backed.Restore();

        Assert.Equal(1, restored.Code);
        Assert.Contains(code, restored.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(backed.Fresh, "mooring.db")));
    }

    [Fact]
    public async Task In_a_drill_leaves_the_proof_in_the_clinic_and_nothing_else()
    {
        await using var backed = await BackedUp.Open();
        await backed.Backup();
        var before = Directory.GetDirectories(Path.GetTempPath(), "mooring-drill-*").Length;

        var drilled = await backed.Drill();

        Assert.True(drilled.Code == 0, drilled.Error + drilled.Said);
        var seen = (await backed.Clinic.As(Role.Manager, services => services.GetRequiredService<OperationsLog>().Ask(Cancel))).Value!;
        Assert.True(seen.GoodDrill!.IsGood);
        Assert.True(seen.GoodDrill.Notes >= 1);
        Assert.Equal(seen.Backup!.LastEntry, seen.GoodDrill.LastEntry);
        Assert.Equal(before, Directory.GetDirectories(Path.GetTempPath(), "mooring-drill-*").Length);
        Assert.Empty((await backed.Clinic.As(Role.Nurse, services => services.GetRequiredService<OperationsLog>().Ask(Cancel))).Value?.Keys ?? []);
    }

    [Fact]
    public async Task In_a_drill_says_what_was_changed_in_the_clinic_before_the_backup()
    {
        await using var backed = await BackedUp.Open();
        await backed.Clinic.As(Role.Manager, services => services.GetRequiredService<AuditSeals>().Seal(Cancel));
        await backed.Clinic.As(Role.Manager, services => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            services.GetRequiredService<MooringDb>().Database, $"""UPDATE audit SET "ActorName" = 'Nobody' WHERE "Id" = (SELECT MIN("Id") FROM audit)""", Cancel));
        await backed.Backup();

        var drilled = await backed.Drill();

        Assert.Equal(1, drilled.Code);
        Assert.Contains("was changed", Assert.Single(BackedUp.Read(drilled.Said).GetProperty("faults").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }
}
