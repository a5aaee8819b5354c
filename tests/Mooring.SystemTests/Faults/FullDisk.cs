using System.Text;
using Microsoft.Data.Sqlite;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.Devices.Mllp;
using Mooring.Devices.Simulator;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>The server on a disk of a few megabytes that is filled up beside it, and emptied again.</summary>
public sealed class FullDisk : IDisposable
{
    private ServerProcess? server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_told_to_monitors_and_on_the_page_saves_nothing_falsely_and_heals()
    {
        Assert.SkipUnless(await ServerProcess.MayHaveADiskOfItsOwn(Cancel), "This machine lets nobody mount a disk of their own (unshare --map-root-user --mount).");
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var seated = await clinic.Seat();
        var token = await clinic.TokenFor(Role.Nurse);
        SqliteConnection.ClearAllPools();
        (server, var disk) = await ServerProcess.StartOnSmallDisk(clinic.DataFolder, megabytes: 24, Cancel);
        using var nurse = new NoteSender(seated.Session, token, () => server);
        using var monitor = await MllpClient.Connect("127.0.0.1", server.MllpPort, Cancel);
        await nurse.OneMore();
        var before = await Ask(monitor, Message(seated, 1));
        var filler = Path.Combine(disk, "filler");

        Fill(filler);
        var (kept, refused) = await SendUntilRefused(monitor, seated);
        var page = await nurse.Page($"sessions/{seated.Session}", Cancel);
        var note = await Assert.ThrowsAsync<InvalidOperationException>(() => WriteUntilRefused(nurse));
        var accepted = nurse.Accepted.Count;
        File.Delete(filler);
        var again = await Ask(monitor, Message(seated, kept + 1));
        await nurse.OneMore();
        var healed = await nurse.Page($"sessions/{seated.Session}", Cancel);

        Assert.Contains("MSA|CA|F1\r", before, StringComparison.Ordinal);
        Assert.Contains($"MSA|CE|F{kept + 1}", refused, StringComparison.Ordinal);
        Assert.Contains("Nothing from devices is being kept", page, StringComparison.Ordinal);
        Assert.Contains("the disk is full", page, StringComparison.Ordinal);
        Assert.Matches(@"<b>88\s*</b>", page);
        Assert.Contains("answered with 5", note.Message, StringComparison.Ordinal);
        Assert.Contains($"MSA|CA|F{kept + 1}", again, StringComparison.Ordinal);
        Assert.Equal(accepted + 1, nurse.Accepted.Count);
        Assert.DoesNotContain("Nothing from devices is being kept", healed, StringComparison.Ordinal);
        Assert.Equal(("ok", kept + 1L, kept + 1L), await Count(disk));
    }

    public void Dispose() => server?.Dispose();

    private static async Task<(int Kept, string Refused)> SendUntilRefused(MllpClient monitor, Seat seated)
    {
        // What the file had room for already is still kept, and must be.
        for (var n = 2; n < 5_000; n++)
        {
            var answer = await Ask(monitor, Message(seated, n));
            if (!answer.Contains($"MSA|CA|F{n}\r", StringComparison.Ordinal))
                return (n - 1, answer);
        }

        throw new Xunit.Sdk.XunitException("Five thousand messages found room on a full disk.");
    }

    private static async Task WriteUntilRefused(NoteSender nurse)
    {
        for (var n = 0; n < 500; n++)
            await nurse.OneMore();
    }

    private static byte[] Message(Seat seated, int n) => MonitorMessage.Compose(
        new(seated.Device, seated.Number, "CLINIC^ROOM^CHAIR 1"), new(88, 97, 87, 14, 38, 36.6, 120, 75), null, $"F{n}", TimeProvider.System.GetUtcNow());

    private static async Task<string> Ask(MllpClient monitor, byte[] message) => Encoding.UTF8.GetString(await monitor.Ask(message, Cancel));

    private static void Fill(string filler)
    {
        using var file = File.Create(filler);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<(string Integrity, long Messages, long Ids)> Count(string disk)
    {
        // Copied out while nothing is sent: the database would look for its files on this side of the mount.
        var folder = Directory.CreateTempSubdirectory("mooring-full-").FullName;
        foreach (var part in new[] { "mooring.db", "mooring.db-wal" })
            File.Copy(Path.Combine(disk, part), Path.Combine(folder, part));
        await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "mooring.db")};Pooling=False");
        await file.OpenAsync(Cancel);
        await using var command = file.CreateCommand();
        command.CommandText = """SELECT (SELECT integrity_check FROM pragma_integrity_check), COUNT(*), COUNT(DISTINCT "ControlId") FROM messages WHERE "ControlId" LIKE 'F%'""";
        await using var row = await command.ExecuteReaderAsync(Cancel);
        await row.ReadAsync(Cancel);
        return (row.GetString(0), row.GetInt64(1), row.GetInt64(2));
    }
}
