using Microsoft.Data.Sqlite;
using Mooring.Clinical;
using Mooring.Clinical.Recognition;
using Mooring.Content.Library;
using Mooring.Storage.Terminology;

namespace Mooring.Practice.Recognition;

/// <summary>
/// Loads public releases, takes them out of force and puts the one before back. An index is made beside those in use and
/// counts when it is whole; only then the list of what is in force is replaced. Refusals: TER101 to TER115.
/// </summary>
public sealed class TerminologyDesk(TermFolder folder, TermCache shelf, ClinicalLibrary library, TimeProvider clock)
{
    private const int LongestName = 60;

    private Recognizer Words => library.Words.Recognizer;

    /// <param name="path">The folder of a release, its archive, or its one file.</param>
    /// <param name="release">What its publisher calls it; else a date in the names of its files.</param>
    /// <param name="charts">Whose entries are held against what was loaded before.</param>
    public async Task<Outcome<TermReport>> Load(TermKind kind, string path, string? release, string by, AllCharts charts, CancellationToken cancel)
    {
        if (release?.Trim().Length is 0 or > LongestName)
            return new Refusal("TER107", "Write the name of the release as its publisher does, 60 letters at most.", "release");

        using var alone = folder.Alone();
        if (alone is null)
            return Busy;
        var kept = folder.Catalog();
        if (!kept.IsDone)
            return Outcome<TermReport>.Refuse(kept.Refusals);
        var catalog = kept.Value;
        catalog = catalog.WrittenAs == TermCatalog.Format && catalog.Spelling == TermNames.Spelling ? catalog : new();
        folder.CleanUp(catalog);
        var number = catalog.Releases.Where(each => each.Kind == kind).Select(each => each.Number).DefaultIfEmpty().Max() + 1;
        var id = FormattableString.Invariant($"{TermNames.Word(kind)}-{number}");
        try
        {
            var read = await Task.Run(() => Read(kind, path, folder.PathOf($"{id}.building"), cancel), cancel);
            if (catalog.InForce(kind) is { } inForce && inForce.Files.Select(file => file.Sha256).SequenceEqual(read.Files.Select(file => file.Sha256)))
                return new TermReport(kind, inForce, IsSame: true);

            File.Move(folder.PathOf($"{id}.building"), folder.PathOf($"{id}.db"));
            using var index = new TermIndexReader(folder.PathOf($"{id}.db"));
            var unjudged = kind == TermKind.Rxnorm ? TermReview.Unjudged(index, Words) : [];
            var loaded = new TermRelease
            {
                Id = id,
                Kind = kind,
                Number = number,
                Release = release?.Trim() ?? read.Release ?? "without a name",
                Files = read.Files,
                LoadedBy = by,
                LoadedAt = clock.GetUtcNow(),
                Counts = read.Counts,
                Skipped = read.Skipped,
                Unjudged = unjudged.Count,
            };
            var report = new TermReport(kind, loaded, IsSame: false) { Unjudged = unjudged, Differing = TermReview.Differing(kind, index, Words) };
            if (unjudged.Count > 0)
                TermReview.Write((report = report with { UnjudgedFile = folder.PathOf($"{id}.unjudged.csv") }).UnjudgedFile, unjudged);
            return await Switch(catalog, loaded, kind, "loaded", report, by, charts, cancel);
        }
        catch (BadTermFileException bad)
        {
            return bad.Refusal;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Refusal("TER106", $"'{path}' can not be read, or what is made of it not be kept: {trouble.Message}", "path");
        }
        catch (SqliteException full)
        {
            return new Refusal("TER115", $"The index can not be written: {full.Message} Is the disk of the data folder full?");
        }
        finally
        {
            if (folder.Catalog() is { IsDone: true } now)
                folder.CleanUp(now.Value);
        }
    }

    /// <summary>From now on no release of this kind is used.</summary>
    public Task<Outcome<TermReport>> Remove(TermKind kind, string by, AllCharts charts, CancellationToken cancel) => Change(kind, (catalog, inForce) => inForce is null
        ? new Refusal("TER104", $"No release of {TermNames.Of(kind)} is in force.", "kind")
        : catalog.With(kind, null), "removed", by, charts, cancel);

    /// <summary>Puts the release before the one in force back; or the newest that is kept, when none is in force.</summary>
    public Task<Outcome<TermReport>> Back(TermKind kind, string by, AllCharts charts, CancellationToken cancel) => Change(kind, (catalog, inForce) =>
        (inForce is null ? catalog.Releases.Where(each => each.Kind == kind).MaxBy(each => each.Number) : catalog.Before(inForce)) is { } before
            ? catalog.With(kind, before)
            : new Refusal("TER105", $"No earlier release of {TermNames.Of(kind)} is kept.", "kind"), "put back", by, charts, cancel);

    private static Refusal Busy => new("TER103", "Another load is running in this data folder. Wait for it to end.");

    private static TermRead Read(TermKind kind, string path, string file, CancellationToken cancel)
    {
        using var files = ReleaseFiles.In(path);
        using var index = new TermIndexWriter(file);
        return TermReading.Of(kind, files, index, cancel).Read();
    }

    private async Task<Outcome<TermReport>> Change(
        TermKind kind, Func<TermCatalog, TermRelease?, Outcome<TermCatalog>> change, string action, string by, AllCharts charts, CancellationToken cancel)
    {
        using var alone = folder.Alone();
        if (alone is null)
            return Busy;
        var kept = folder.Catalog();
        if (!kept.IsDone)
            return Outcome<TermReport>.Refuse(kept.Refusals);
        var catalog = kept.Value;
        var to = change(catalog, catalog.InForce(kind));
        return to.IsDone ? await Switch(catalog, to.Value.InForce(kind), kind, action, new(kind, to.Value.InForce(kind), IsSame: false), by, charts, cancel) : Outcome<TermReport>.Refuse(to.Refusals);
    }

    // What changes for whom is found before anything is switched; a switch that no audit trail tells of is taken back.
    private async Task<Outcome<TermReport>> Switch(
        TermCatalog from, TermRelease? inForce, TermKind kind, string action, TermReport report, string by, AllCharts charts, CancellationToken cancel)
    {
        var to = from.With(kind, inForce);
        if (inForce is not null && from.InForce(kind) is { } before && inForce.Number > before.Number)
            to = to with { Releases = [.. to.Releases.Where(each => each.Kind != kind || each.Id == inForce.Id || each.Id == before.Id)] };
        var changes = await charts.Compare(Words, shelf.With(from), shelf.With(to), cancel);
        folder.Switch(to);
        try
        {
            await charts.Tell(action, inForce?.Id ?? from.InForce(kind)!.Id, by, clock.GetUtcNow(), CancellationToken.None);
        }
        catch
        {
            folder.Switch(from);
            throw;
        }

        return report with { InForce = to.InForce(kind), Changes = changes };
    }
}
