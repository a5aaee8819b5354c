using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Mooring.Clinical.Facts;
using Mooring.Practice.Recognition;
using Mooring.Storage.Terminology;

namespace Mooring.Tests.Storage.Terminology;

/// <summary>A release counts whole or not at all, and the one before it can be put back.</summary>
public sealed class KeepingReleases : IDisposable
{
    private readonly InventedReleases releases = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Lines_end_as_they_like_and_may_begin_with_a_byte_order_mark(string end)
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm(end: end));
        await releases.Load(TermKind.Icd10cm, releases.Icd(end: end));
        await releases.Load(TermKind.Snomed, releases.Snomed(end));

        Assert.Equal(5, releases.Shelf.Now().Releases[0].Counts["ingredients"]);
        Assert.Equal("Blorbosis of left toe", releases.Shelf.Now().Terms.OfIcd("B99.71")!.Name);
        Assert.NotNull(releases.Shelf.Now().Terms.OfSnomed("990000103"));
    }

    [Theory]
    [InlineData("TER112", "RXNCONSO.RRF, line 2", "9000001|ENG|cut off")]
    [InlineData("TER113", "RXNCONSO.RRF, line 2", "abc|ENG||||||1||1||RXNORM|IN|1|blorb||N||")]
    [InlineData("TER113", "RXNCONSO.RRF, line 2", "9000099|ENG||||||1||1||RXNORM|IN|1| ||N||")]
    [InlineData("TER111", "RXNCONSO.RRF, line 2", "9000099|ENG|¤")]
    public async Task A_bad_line_is_named_and_what_was_in_force_stays(string code, string place, string line)
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());
        var kept = releases.Kept;

        var refused = await releases.Desk.Load(TermKind.Rxnorm, releases.Rxnorm([InventedReleases.Names[0], line.Replace('¤', '\0'), InventedReleases.Names[1]]), null, "Kim", AllCharts.None, Cancel);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.StartsWith(place, refusal.Says, StringComparison.Ordinal);
        Assert.Equal(kept, releases.Kept);
        Assert.Contains("mao-inhibitors", releases.Words.Of(new Medicine("Quellnar", null, IsTaken: true)).Sets);
    }

    [Theory]
    [InlineData("TER112", "Blorb", "")]
    [InlineData("TER113", "00001", "X0001")]
    [InlineData("TER113", "B9971", "B-971")]
    [InlineData("TER113", " 1 Blorb", " 5 Blorb")]
    public async Task A_bad_line_of_codes_is_named(string code, string right, string wrong)
    {
        var line = InventedReleases.Code(1, "B9971", 1, "Blorb").Replace(right, wrong, StringComparison.Ordinal).TrimEnd();

        var refused = await releases.Desk.Load(TermKind.Icd10cm, releases.Icd([InventedReleases.Codes[0], line]), null, "Kim", AllCharts.None, Cancel);

        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
        Assert.StartsWith("icd10cm_order_2031.txt, line 2: ", refused.Refusals[0].Says, StringComparison.Ordinal);
        Assert.Empty(releases.Shelf.Now().Releases);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var file = releases.Write("icd10cm_order_2032.txt", Encoding.ASCII.GetBytes(InventedReleases.Codes[0] + "\n" + new string('x', 200_000)));

        var refused = await releases.Desk.Load(TermKind.Icd10cm, file, null, "Kim", AllCharts.None, Cancel);

        Assert.Equal("TER111", Assert.Single(refused.Refusals).Code);
        Assert.StartsWith("icd10cm_order_2032.txt, line 2: ", refused.Refusals[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_in_old_text_is_read_and_another_file_must_be_utf_8()
    {
        var old = releases.Write("icd10cm_order_2033.txt", Encoding.Latin1.GetBytes(InventedReleases.Code(1, "B9971", 1, "Sjögren-like blorb")));
        await releases.Load(TermKind.Icd10cm, old);
        Assert.Equal("Sjögren-like blorb", releases.Shelf.Now().Terms.OfIcd("B99.71")!.Name);

        var folder = releases.Rxnorm();
        await File.WriteAllBytesAsync(Path.Combine(folder, "RXNCONSO.RRF"), Encoding.Latin1.GetBytes(InventedReleases.Name(9000001, "IN", "zorväxine")), Cancel);
        Assert.Equal("TER111", Assert.Single((await releases.Desk.Load(TermKind.Rxnorm, folder, null, "Kim", AllCharts.None, Cancel)).Refusals).Code);
    }

    [Fact]
    public async Task What_is_not_there_or_is_something_else_is_refused()
    {
        Assert.Equal("TER101", await Refused(TermKind.Rxnorm, Path.Combine(releases.Data, "nowhere")));
        Assert.Equal("TER109", await Refused(TermKind.Snomed, releases.Rxnorm()));
        Assert.Equal("TER114", await Refused(TermKind.Rxnorm, releases.Rxnorm([InventedReleases.Name(1, "DF", "Tablet")], [])));
        Assert.Equal("TER106", await Refused(TermKind.Rxnorm, releases.Write("broken.zip", [1, 2, 3])));
        Assert.Equal("TER104", Assert.Single((await releases.Desk.Remove(TermKind.Rxnorm, "Kim", AllCharts.None, Cancel)).Refusals).Code);
        Assert.Equal("TER105", Assert.Single((await releases.Desk.Back(TermKind.Rxnorm, "Kim", AllCharts.None, Cancel)).Refusals).Code);
        Assert.Empty(releases.Shelf.Now().Releases);
    }

    // A pipe in the place of the second file: the load stands there, with the first file read, until somebody writes.
    [Fact]
    public async Task A_load_that_is_stopped_halfway_leaves_nothing()
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());
        var kept = releases.Kept;
        var folder = releases.Rxnorm([InventedReleases.Names[0]]);
        File.Delete(Path.Combine(folder, "RXNREL.RRF"));
        using (var pipe = Process.Start("mkfifo", [Path.Combine(folder, "RXNREL.RRF")]))
            await pipe.WaitForExitAsync(Cancel);
        using var stop = new CancellationTokenSource();

        var load = releases.Desk.Load(TermKind.Rxnorm, folder, null, "Kim", AllCharts.None, stop.Token);
        await using (var writer = new FileStream(Path.Combine(folder, "RXNREL.RRF"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            Assert.Contains("rxnorm-2.building", releases.Kept);
            await stop.CancelAsync();
            await writer.WriteAsync(Encoding.ASCII.GetBytes(InventedReleases.Relations[0] + "\n"), Cancel);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
        Assert.Equal(kept, releases.Kept);
        Assert.Equal("Quellnar", releases.Shelf.Now().Terms.RxnormName("9000021"));
    }

    [Fact]
    public async Task What_a_killed_load_left_is_taken_away_by_the_next()
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());
        await File.WriteAllTextAsync(releases.Folder.PathOf("rxnorm-2.building"), "half", Cancel);
        await File.WriteAllTextAsync(releases.Folder.PathOf("rxnorm-2.db"), "never in force", Cancel);

        await releases.Load(TermKind.Rxnorm, releases.Rxnorm(InventedReleases.Names.Append(InventedReleases.Name(9000001, "SY", "Quellnar two"))));

        Assert.Equal(["loaded.json", "loading", "rxnorm-1.db", "rxnorm-1.unjudged.csv", "rxnorm-2.db", "rxnorm-2.unjudged.csv"], releases.Kept);
    }

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());
        var again = await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        Assert.True(again.IsSame);
        Assert.Equal("rxnorm-1", again.InForce!.Id);
        Assert.DoesNotContain(releases.Kept, name => name.StartsWith("rxnorm-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_release_before_can_be_put_back_and_all_of_it_be_removed()
    {
        await releases.Load(TermKind.Icd10cm, releases.Icd());
        await releases.Load(TermKind.Icd10cm, releases.Icd([InventedReleases.Code(1, "B9971", 1, "Renamed")]));
        await releases.Load(TermKind.Icd10cm, releases.Icd([InventedReleases.Code(1, "B9971", 1, "Renamed again")]));
        Assert.Equal("Renamed again", Named());
        Assert.DoesNotContain("icd10cm-1.db", releases.Kept);

        Assert.True((await releases.Desk.Back(TermKind.Icd10cm, "Kim", AllCharts.None, Cancel)).IsDone);
        Assert.Equal("Renamed", Named());
        Assert.True((await releases.Desk.Remove(TermKind.Icd10cm, "Kim", AllCharts.None, Cancel)).IsDone);
        Assert.Null(releases.Shelf.Now().Terms.OfIcd("B99.71"));
        Assert.True((await releases.Desk.Back(TermKind.Icd10cm, "Kim", AllCharts.None, Cancel)).IsDone);
        Assert.Equal("Renamed again", Named());

        string? Named() => releases.Shelf.Now().Terms.OfIcd("B99.71")?.Name;
    }

    [Fact]
    public async Task Another_reader_of_the_folder_goes_by_what_was_loaded_since()
    {
        using var other = new TermCache(new(releases.Data));
        Assert.Null(other.Now().Terms.RxnormName("9000021"));

        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());

        Assert.Equal("Quellnar", other.Now().Terms.RxnormName("9000021"));
    }

    [Fact]
    public async Task Only_one_load_runs_at_a_time()
    {
        await releases.Load(TermKind.Icd10cm, releases.Icd());
        await using var other = new FileStream(releases.Folder.PathOf("loading"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("TER103", await Refused(TermKind.Rxnorm, releases.Rxnorm()));
    }

    [Theory]
    [InlineData("rxnorm-1.db", null)]
    [InlineData("rxnorm-1.db", "no database at all, but some text that is longer than a header would be")]
    [InlineData("loaded.json", "{")]
    [InlineData("loaded.json", "{ \"writtenAs\": 99, \"releases\": [] }")]
    public async Task What_can_not_be_read_is_said_and_less_is_recognized(string file, string? instead)
    {
        await releases.Load(TermKind.Rxnorm, releases.Rxnorm());
        File.Delete(releases.Folder.PathOf(file));
        if (instead is not null)
            await File.WriteAllTextAsync(releases.Folder.PathOf(file), instead, Cancel);

        using var shelf = new TermCache(new(releases.Data));

        Assert.Single(shelf.Now().Problems);
        Assert.Empty(shelf.Now().Releases);
        Assert.Null(shelf.Now().Terms.RxnormName("9000021"));
    }

    [Fact]
    public async Task A_release_is_read_from_its_archive()
    {
        var zip = Path.Combine(releases.Data, "RxNorm_full_prescribe_07012031.zip");
        await ZipFile.CreateFromDirectoryAsync(releases.Rxnorm(), zip, Cancel);

        Assert.Equal("07012031", (await releases.Load(TermKind.Rxnorm, zip)).InForce!.Release);
    }

    public void Dispose() => releases.Dispose();

    private async Task<string> Refused(TermKind kind, string path) => Assert.Single((await releases.Desk.Load(kind, path, null, "Kim", AllCharts.None, Cancel)).Refusals).Code;
}
