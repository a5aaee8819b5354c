using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Practice.Records;
using Mooring.Storage.Journals;
using Mooring.Storage.Secrets;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Faults;
using Mooring.SystemTests.Sessions;

namespace Mooring.SystemTests.Proof;

public class SigningCheckpoints
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_done_when_a_session_is_signed(Engine engine)
    {
        var clock = new SetClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        await using var clinic = await TestClinic.Open(engine, clock);
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.Ready();
        await bedside.Start();
        clock.Pass(40);
        await bedside.Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(bedside.Session, new() { Completed = true }, stamp, default));
        clock.Pass(61);
        await bedside.Vitals();
        await bedside.Leave();

        var signed = await bedside.Do(Role.Nurse, (SigningDesk desk, EntryStamp stamp) => desk.Sign(bedside.Session, new(), stamp, default));

        var line = CheckpointLine.Read((await File.ReadAllLinesAsync(CheckpointFile.In(clinic.DataFolder), Cancel)).Single())!;
        Assert.Equal((1, bedside.Session.Value, signed.LastSeq, clock.GetUtcNow()), (line.Says.Number, line.Says.Journal, line.Says.Entries, line.Says.At));
        Assert.Equal(0, await Grown(clinic));
    }

    [Fact]
    public async Task By_two_servers_at_once_leaves_one_book_without_a_gap()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);

        await clinic.Restarted(async second =>
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
            {
                await journal.Write(2);
                await using var scope = (writer % 2 == 0 ? clinic.Services : second).CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<CheckpointDesk>().SignGrown(Cancel);
            }));
            return await Grown(clinic);
        });

        var said = await journal.Verify();
        Assert.True(said.IsSound(), said.ToString());
        Assert.Equal(20, said.Signed());
    }

    [Fact]
    public async Task With_the_clock_set_back_stays_sound_and_is_told()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow().AddHours(6));
        await using var clinic = await TestClinic.Open(Engine.Sqlite, clock);
        var journal = await SignedJournal.In(clinic);

        clock.Pass(-300);
        await journal.Write(1);
        await journal.Sign();

        var said = await journal.Verify();
        Assert.Equal((true, 9), (said.IsSound(), said.Signed()));
        Assert.Contains("clock was set back", said.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_made_good_at_the_next_start_when_the_server_was_killed_between_entry_and_checkpoint()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        await journal.Write(2);
        await File.AppendAllTextAsync(journal.Book, "{\"number\":3,\"at\":\"20", Cancel);
        var cut = await journal.Verify();
        Assert.Equal((true, 8), (cut.IsSound(), cut.Signed()));

        for (var life = 0; life < 2; life++)
        {
            using var server = await ServerProcess.Start(clinic.DataFolder, Cancel);
            await Patience.Until(async () => (await journal.Verify()).Signed() >= 10, () => "a checkpoint that is made good");
            await server.Kill(Cancel);
        }

        var said = await journal.Verify();
        Assert.Equal((true, 10), (said.IsSound(), said.Signed()));
        Assert.Equal(3, (await File.ReadAllLinesAsync(journal.Book, Cancel)).Count(line => CheckpointLine.Read(line)!.Says.Journal == journal.Session.Value));
    }

    [Fact]
    public async Task Can_not_be_done_by_anybody_without_the_key()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        var export = await journal.Export();
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var lines = (await File.ReadAllLinesAsync(journal.Book, Cancel)).Select(line => CheckpointLine.Read(line)!.Says).ToList();

        string[] forged = [.. lines.Select(says => CheckpointLine.Sign(says, forger).Text)];
        await File.WriteAllLinesAsync(journal.Book, forged, Cancel);
        export["checkpoints"] = new JsonArray([.. forged.Select(line => JsonValue.Create(line))]);

        var (here, file) = (await journal.Verify(), await journal.Verify(export));
        Assert.Equal((1, 1), (here.BreaksAt(), here.BookBreaksAt()));
        Assert.Equal((1, 0), (file.BreaksAt(), file.Signed()));
    }

    [Fact]
    public async Task Leaves_a_book_in_which_one_byte_one_line_or_the_order_can_not_be_changed_unseen()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        await journal.Write(1);
        await journal.Sign();
        var lines = await File.ReadAllLinesAsync(journal.Book, Cancel);

        Assert.Equal(2, await WithBook([lines[0], lines[1].Replace("\"entries\":8", "\"entries\":7", StringComparison.Ordinal), lines[2]]));
        Assert.Equal(2, await WithBook([lines[0], lines[2]]));
        Assert.Equal(2, await WithBook([lines[0], lines[2], lines[1]]));
        Assert.Null(await WithBook(lines));

        async Task<long?> WithBook(string[] altered)
        {
            await File.WriteAllLinesAsync(journal.Book, altered, Cancel);
            return (await journal.Verify()).BookBreaksAt();
        }
    }

    [Fact]
    public async Task Keeps_the_private_key_sealed_and_hands_out_the_public_one()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);

        var kept = await File.ReadAllBytesAsync(Path.Combine(clinic.DataFolder, "keys", "checkpoint.key"), Cancel);

        using var key = ECDsa.Create();
        Assert.ThrowsAny<CryptographicException>(() => key.ImportPkcs8PrivateKey(kept, out _));
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", await File.ReadAllTextAsync(journal.Key, Cancel), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(clinic.DataFolder, "keys", "checkpoint.key")));
    }

    private static Task<int> Grown(TestClinic clinic) => clinic.As(Role.Manager, services => services.GetRequiredService<CheckpointDesk>().SignGrown(Cancel));
}
