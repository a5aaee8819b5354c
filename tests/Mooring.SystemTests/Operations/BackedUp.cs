using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Commands;
using Mooring.Clinical;
using Mooring.Practice.Notes;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Operations;

/// <summary>A clinic with a sealed note, and folders for its backups, their keys and what is restored; all gone with the test.</summary>
internal sealed class BackedUp(TestClinic clinic, Demo.Seat seat) : IAsyncDisposable
{
    public const string Secret = "the harbor under the willow";

    private readonly string away = Directory.CreateTempSubdirectory("mooring-away-").FullName;

    public TestClinic Clinic => clinic;

    public Demo.Seat Seat => seat;

    public string Backups => Path.Combine(away, "backups");

    public string Keys => Path.Combine(away, "keys");

    public string Fresh => Path.Combine(away, "fresh");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BackedUp> Open()
    {
        var clinic = await TestClinic.Open(Engine.Sqlite);
        var made = new BackedUp(clinic, await clinic.Seat());
        await made.WriteNote(Secret);
        return made;
    }

    public async Task WriteNote(string text) => Assert.Empty((await clinic.As(Role.Therapist, services => services.GetRequiredService<TherapyNoteDesk>()
        .WritePsychotherapy(seat.Patient, Id<PsychotherapyNote>.New(TimeProvider.System.GetUtcNow()), text, Cancel))).Refusals);

    public Task<(int Code, string Said, string Error)> Backup(params string[] more) =>
        Run(BackupCommand.Create(), ["--data", clinic.DataFolder, "--to", Backups, "--keys-to", Keys, "--json", .. more]);

    public Task<(int Code, string Said, string Error)> Restore(params string[] more) =>
        Run(RestoreCommand.Create(), ["--from", Backups, "--keys-from", Keys, "--data", Fresh, "--json", .. more]);

    public Task<(int Code, string Said, string Error)> Drill(params string[] more) =>
        Run(RestoreCommand.Create(), ["--from", Backups, "--keys-from", Keys, "--data", clinic.DataFolder, "--drill", "--json", .. more]);

    /// <summary>The newest backup's own folder.</summary>
    public string Newest => Directory.GetDirectories(Backups).Max(StringComparer.Ordinal)!;

    public static async Task<(int Code, string Said, string Error)> Run(System.CommandLine.Command command, string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await command.Parse(words).InvokeAsync(new() { Output = output, Error = error }, Cancel);
        return (code, output.ToString(), error.ToString());
    }

    public static JsonElement Read(string said) => JsonDocument.Parse(said).RootElement;

    /// <summary>What the file of a restored database answers, without the product's own reading of it.</summary>
    public async Task<IReadOnlyList<string>> Ask(string sql)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(Fresh, "mooring.db")};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync(Cancel);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(Cancel);
        List<string> all = [];
        while (await rows.ReadAsync(Cancel))
            all.Add(rows.GetString(0));
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await clinic.DisposeAsync();
        Directory.Delete(away, recursive: true);
    }
}
