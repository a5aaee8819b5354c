using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Commands;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Sessions;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Practice.Records;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Secrets;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Proof;

/// <summary>A session of eight entries: five signed by the first checkpoint, all eight by the second.</summary>
internal sealed class SignedJournal(TestClinic clinic, Id<Session> session)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TestClinic Clinic => clinic;

    public Id<Session> Session => session;

    public string Book => CheckpointFile.In(clinic.DataFolder);

    public string Key => CheckpointKey.PublicFile(clinic.DataFolder);

    public string Database => Path.Combine(clinic.DataFolder, "mooring.db");

    public static async Task<SignedJournal> In(TestClinic clinic)
    {
        var journal = new SignedJournal(clinic, (await clinic.Seat()).Session);
        await journal.Write(3);
        await journal.Sign();
        await journal.Write(3);
        await journal.Sign();
        return journal;
    }

    public async Task Write(int notes)
    {
        for (var note = 1; note <= notes; note++)
            Assert.Empty((await clinic.As(Role.Nurse, services => services.GetRequiredService<ChartingDesk>().Note(session, new() { Text = $"Note {note}" }, Stamp.Now(), Cancel))).Refusals);
    }

    public Task<ChainBreak?> Sign() => clinic.As(Role.Nurse, services => services.GetRequiredService<CheckpointDesk>().Sign(session, Cancel));

    public Task<IReadOnlyList<ChainLink>> Links() => clinic.As(Role.Nurse, services => services.GetRequiredService<SessionJournal>().Links(session, Cancel));

    public Task<int> Sql(FormattableString sql) => clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlAsync(sql, Cancel));

    public Task Put(ChainLink link) =>
        Sql($"""UPDATE journal SET "Bytes" = {link.Bytes.ToArray()}, "Hash" = {link.Hash.ToArray()} WHERE "SubjectId" = {session.Value} AND "Seq" = {link.Seq}""");

    public async Task<JsonObject> Export() => JsonNode.Parse(
        (await clinic.As(Role.Nurse, services => services.GetRequiredService<RecordArchive>().Write(session, Cancel)))!)!.AsObject();

    /// <summary>Everything in the clinic, by the program: how it ended, and what it said.</summary>
    public Task<JsonElement> Verify(params string[] more) => Run(["--data", clinic.DataFolder, .. more]);

    /// <summary>An exported file, by the program, with the public key and nothing else.</summary>
    public async Task<JsonElement> Verify(JsonObject export, params string[] more)
    {
        var away = Directory.CreateTempSubdirectory("mooring-test-");
        var (file, key) = (Path.Combine(away.FullName, "session.json"), Path.Combine(away.FullName, "key.pem"));
        await File.WriteAllTextAsync(file, export.ToJsonString(), Cancel);
        File.Copy(Key, key);
        var said = await Run(["--export", file, "--public-key", key, "--data", Path.Combine(away.FullName, "nothing"), .. more]);
        away.Delete(recursive: true);
        return said;
    }

    /// <summary>The database file as it is now, for a later day.</summary>
    public async Task<byte[]> BackUp()
    {
        await Sql($"PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(Database, Cancel);
    }

    public async Task Restore(byte[] backup)
    {
        SqliteConnection.ClearAllPools();
        File.Delete(Database + "-wal");
        File.Delete(Database + "-shm");
        await File.WriteAllBytesAsync(Database, backup, Cancel);
    }

    private static async Task<JsonElement> Run(string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await VerifyCommand.Create().Parse([.. arguments, "--json"]).InvokeAsync(new() { Output = output, Error = error }, Cancel);
        Assert.Equal("", error.ToString());
        var said = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.Equal(said.GetProperty("sound").GetBoolean() ? 0 : 1, code);
        return said;
    }
}

/// <summary>What a verifier said, looked at.</summary>
internal static class VerifierWords
{
    public static bool IsSound(this JsonElement said) => said.GetProperty("sound").GetBoolean();

    /// <summary>The entry at which the only journal first breaks; null when it does not.</summary>
    public static long? BreaksAt(this JsonElement said) =>
        said.GetProperty("journals").EnumerateArray().Single().GetProperty("break") is { ValueKind: JsonValueKind.Object } found ? found.GetProperty("seq").GetInt64() : null;

    public static string Why(this JsonElement said) => said.GetProperty("journals").EnumerateArray().Single().GetProperty("break").GetProperty("says").GetString()!;

    public static long Signed(this JsonElement said) => said.GetProperty("journals").EnumerateArray().Single().GetProperty("signed").GetInt64();

    /// <summary>The checkpoint at which the book itself first breaks; null when it does not.</summary>
    public static long? BookBreaksAt(this JsonElement said) =>
        said.GetProperty("checkpoints") is { ValueKind: JsonValueKind.Object } found ? found.GetProperty("number").GetInt64() : null;
}
