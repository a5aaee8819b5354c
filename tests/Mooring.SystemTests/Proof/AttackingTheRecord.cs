using System.Text.Json.Nodes;
using Mooring.Clinical.Journals;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Proof;

/// <summary>Somebody changes a record behind the product's back, in the database or in an exported file.</summary>
public class AttackingTheRecord
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Untouched_it_is_sound_in_the_clinic_and_as_a_file_and_says_how_much_is_signed()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        await journal.Write(1);

        var (here, file) = (await journal.Verify(), await journal.Verify(await journal.Export()));

        Assert.Equal((true, 8), (here.IsSound(), here.Signed()));
        Assert.Equal((true, 8), (file.IsSound(), file.Signed()));
        Assert.Equal(9, here.GetProperty("journals")[0].GetProperty("entries").GetInt64());
    }

    [Fact]
    public async Task One_byte_turned_is_found()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        var export = await journal.Export();
        var links = await journal.Links();
        byte[] bytes = [.. links[3].Bytes.Span];
        bytes[^2] ^= 1;

        await journal.Put(links[3] with { Bytes = bytes });
        export["entries"]![3]!["entry"]!["by"]!["name"] = "Ben Rowen";

        Assert.Equal(4, (await journal.Verify()).BreaksAt());
        Assert.Equal(4, (await journal.Verify(export)).BreaksAt());
    }

    [Fact]
    public async Task One_entry_deleted_is_found()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        var export = await journal.Export();

        await journal.Sql($"""DELETE FROM journal WHERE "SubjectId" = {journal.Session.Value} AND "Seq" = 4""");
        Entries(export).RemoveAt(3);

        Assert.Equal(4, (await journal.Verify()).BreaksAt());
        Assert.Equal(4, (await journal.Verify(export)).BreaksAt());
    }

    [Fact]
    public async Task Two_entries_exchanged_are_found()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        var export = await journal.Export();
        var links = await journal.Links();

        await journal.Put(links[3] with { Seq = 5 });
        await journal.Put(links[4] with { Seq = 4 });
        (export["entries"]![3]!["entry"], export["entries"]![4]!["entry"]) = (export["entries"]![4]!["entry"]!.DeepClone(), export["entries"]![3]!["entry"]!.DeepClone());

        Assert.Equal(4, (await journal.Verify()).BreaksAt());
        Assert.Equal(4, (await journal.Verify(export)).BreaksAt());
    }

    [Fact]
    public async Task The_end_cut_off_is_found()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        var export = await journal.Export();

        await journal.Sql($"""DELETE FROM journal WHERE "SubjectId" = {journal.Session.Value} AND "Seq" > 6""");
        Entries(export).RemoveAt(7);
        Entries(export).RemoveAt(6);

        var (here, file) = (await journal.Verify(), await journal.Verify(export));
        Assert.Equal((7, 7), (here.BreaksAt(), file.BreaksAt()));
        Assert.Contains("checkpoint 2", here.Why(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_hashed_anew_is_found_and_never_signed()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        var before = JournalChain.Start;
        foreach (var link in await journal.Links())
        {
            byte[] bytes = [.. link.Bytes.Span];
            bytes[^2] ^= (byte)(link.Seq == 7 ? 1 : 0);
            before = JournalChain.Hash(before.Span, link.Seq, bytes);
            await journal.Put(new(link.Seq, bytes, before));
        }

        var refused = await journal.Sign();

        Assert.Equal(8, refused?.Seq);
        Assert.Null(JournalChain.FirstBreak(await journal.Links()));
        var said = await journal.Verify();
        Assert.Equal(6, said.BreaksAt());
        Assert.Contains("computed anew", said.Why(), StringComparison.Ordinal);
        Assert.Equal(5, said.Signed());
    }

    [Fact]
    public async Task An_old_backup_put_in_its_place_is_found()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        var backup = await journal.BackUp();
        await journal.Write(2);
        await journal.Sign();

        await journal.Restore(backup);

        Assert.Equal(9, (await journal.Verify()).BreaksAt());
    }

    [Fact]
    public async Task An_old_backup_of_the_checkpoints_too_is_found_by_the_copy_that_lies_elsewhere()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);
        var (backup, book) = (await journal.BackUp(), await File.ReadAllTextAsync(journal.Book, Cancel));
        await journal.Write(2);
        await journal.Sign();
        var elsewhere = Path.Combine(clinic.DataFolder, "as-if-on-another-host.jsonl");
        File.Copy(journal.Book, elsewhere);

        await journal.Restore(backup);
        await File.WriteAllTextAsync(journal.Book, book, Cancel);

        Assert.True((await journal.Verify()).IsSound());
        Assert.Equal(9, (await journal.Verify("--checkpoints", elsewhere)).BreaksAt());
    }

    [Fact]
    public async Task A_whole_session_that_is_gone_is_named()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var journal = await SignedJournal.In(clinic);

        await journal.Sql($"""DELETE FROM journal WHERE "SubjectId" = {journal.Session.Value}""");

        Assert.Equal(1, (await journal.Verify()).BreaksAt());
    }

    private static JsonArray Entries(JsonObject export) => export["entries"]!.AsArray();
}
