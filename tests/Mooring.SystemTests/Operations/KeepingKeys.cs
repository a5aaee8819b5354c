using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Commands;
using Mooring.Clinical;
using Mooring.Practice.Notes;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.SystemTests.Operations;

/// <summary>Keys are added and never lost: what an older one sealed opens, what an older one signed is proven.</summary>
public sealed class KeepingKeys
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rotates_and_reseals_so_that_old_and_new_notes_open_and_the_first_public_key_proves_the_book()
    {
        await using var backed = await BackedUp.Open();
        var data = backed.Clinic.DataFolder;
        await Sign(backed);
        var handedOut = await File.ReadAllTextAsync(CheckpointKey.PublicFile(data), Cancel);

        var rotated = await Keys("rotate", "--data", data);
        await backed.WriteNote("after the rotation");
        await backed.Clinic.Restarted(async services => (await Written(services, backed, "with the new key"), 0));
        await Sign(backed);
        var before = await Keys("check", "--data", data);
        var resealed = await Keys("reseal", "--data", data);
        var after = await Keys("check", "--data", data);
        var listed = await Keys("list", "--data", data);

        Assert.All([rotated, before, resealed, after, listed], one => Assert.True(one.Code == 0, one.Error + one.Said));
        Assert.Contains("psychotherapy notes: 3, 2 sealed by an older key, 0 do not open", before.Said, StringComparison.Ordinal);
        Assert.Contains("psychotherapy notes: 3, 0 sealed by an older key, 0 do not open", after.Said, StringComparison.Ordinal);
        Assert.Contains("seal.2.key", listed.Said, StringComparison.Ordinal);
        Assert.Equal(handedOut, await File.ReadAllTextAsync(CheckpointKey.PublicFile(data), Cancel));
        Assert.Contains("\"signing-key\"", await File.ReadAllTextAsync(CheckpointFile.In(data), Cancel), StringComparison.Ordinal);
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.True(await VerifyCommand.Create().Parse(["--data", data]).InvokeAsync(new() { Output = output, Error = error }, Cancel) == 0, output.ToString() + error);
        // The running server, which never restarted, opens what was sealed with a key that it did not know.
        Assert.Equal(3, (await Notes(backed)).Count(note => note.Text is { } text && !text.StartsWith("This note can not", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Finds_a_line_that_an_old_key_signed_after_it_was_handed_over()
    {
        await using var backed = await BackedUp.Open();
        var data = backed.Clinic.DataFolder;
        await Sign(backed);
        await Keys("rotate", "--data", data, "--which", "checkpoint");
        var book = new CheckpointFile(CheckpointFile.In(data));
        using var old = CheckpointKey.In(data, Seal.In(data));
        await book.Append((last, _) => Clinical.Journals.CheckpointLine.Sign(last!.Says with { Number = last.Says.Number + 1, Before = last.Hash, Subject = "session", Journal = backed.Seat.Session.Value }, old.Key), Cancel);

        var found = new Clinical.Journals.CheckpointBook(await book.Lines(Cancel), old.Key).FirstBreak();

        Assert.Contains("signed with another key", found!.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Go_into_the_safe_and_back_with_the_passphrase_only()
    {
        await using var backed = await BackedUp.Open();
        var place = Directory.CreateTempSubdirectory("mooring-safe-").FullName;
        var (safe, phrase, wrong) = (Path.Combine(place, "safe.json"), Path.Combine(place, "phrase"), Path.Combine(place, "wrong"));
        await File.WriteAllTextAsync(phrase, "seven gulls over a quiet pier\n", Cancel);
        await File.WriteAllTextAsync(wrong, "seven gulls over a loud pier\n", Cancel);

        var put = await Keys("escrow", "--data", backed.Clinic.DataFolder, "--to", safe, "--passphrase-file", phrase);
        var refused = await Keys("import", "--from", safe, "--keys", Path.Combine(place, "back"), "--passphrase-file", wrong);
        var back = await Keys("import", "--from", safe, "--keys", Path.Combine(place, "back"), "--passphrase-file", phrase);

        Assert.Equal((0, 1, 0), (put.Code, refused.Code, back.Code));
        Assert.Contains("KEY204", refused.Error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(backed.Clinic.DataFolder, "keys", "seal.key"), Cancel), await File.ReadAllBytesAsync(Path.Combine(place, "back", "seal.key"), Cancel));
        Assert.Empty(Private.Open(Path.Combine(place, "back")));
        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task Away_from_the_data_they_are_asked_for_where_they_should_be()
    {
        await using var backed = await BackedUp.Open();
        var options = backed.Clinic.Services.GetRequiredService<ServerOptions>() with { MllpPort = null };
        var apart = Directory.CreateTempSubdirectory("mooring-keys-").FullName;

        await using var lost = MooringHost.Build(options with { KeyFolder = apart });
        var refused = await Assert.ThrowsAsync<KeyIsMissingException>(() => MooringHost.Prepare(lost, Cancel));
        foreach (var key in Directory.GetFiles(Path.Combine(backed.Clinic.DataFolder, "keys")))
            File.Move(key, Path.Combine(apart, Path.GetFileName(key)));
        await using var found = MooringHost.Build(options with { KeyFolder = apart });
        await MooringHost.Prepare(found, Cancel);

        Assert.Contains(Path.Combine(backed.Clinic.DataFolder, "keys"), refused.Message, StringComparison.Ordinal);
        Assert.Contains("--read-only", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(backed.Clinic.DataFolder, "keys")));
        Directory.Delete(apart, recursive: true);
    }

    private static Task<(int Code, string Said, string Error)> Keys(params string[] words) => BackedUp.Run(KeysCommand.Create(), words);

    private static Task Sign(BackedUp backed) => backed.Clinic.As(Role.Nurse, async services =>
    {
        await services.GetRequiredService<Practice.Bedside.ChartingDesk>().Note(backed.Seat.Session, new() { Text = "Settled" }, Demo.Stamp.Now(), Cancel);
        Assert.Null(await services.GetRequiredService<CheckpointDesk>().Sign(backed.Seat.Session, Cancel));
    });

    private static Task<IReadOnlyList<PsychotherapyNote>> Notes(BackedUp backed) =>
        backed.Clinic.As(Role.Therapist, services => services.GetRequiredService<TherapyNoteDesk>().Psychotherapy(backed.Seat.Patient, Cancel));

    private static async Task<bool> Written(IServiceProvider services, BackedUp backed, string text)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(backed.Clinic.Clinic.Id, backed.Clinic.Person(Role.Therapist));
        return (await scope.ServiceProvider.GetRequiredService<TherapyNoteDesk>().WritePsychotherapy(backed.Seat.Patient, Id<PsychotherapyNote>.New(TimeProvider.System.GetUtcNow()), text, Cancel)).IsDone;
    }
}
