using System.Text.Json;
using Microsoft.Data.Sqlite;
using Mooring.Clinical.Recognition;
using Mooring.Storage.Terminology;

namespace Mooring.Practice.Recognition;

/// <summary>The releases in force, and what is wrong with any of them.</summary>
public sealed record TermsNow(LoadedTerms Terms, IReadOnlyList<TermRelease> Releases, IReadOnlyList<string> Problems);

/// <summary>
/// The loaded releases, at hand for every screening. The catalog is looked at before each use, so a running server goes by
/// what another process has just loaded. An index that can not be used is not there: then less is recognized, never more.
/// </summary>
public sealed class TermCache(TermFolder folder) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TermIndexReader> open = new(StringComparer.Ordinal);
    private (string? Text, TermsNow Now) kept = (null, new(LoadedTerms.None, [], []));

    public TermsNow Now()
    {
        try
        {
            var text = folder.Text();
            lock (gate)
            {
                if (text != kept.Text)
                    kept = (text, Open(TermFolder.Read(text)));
                return kept.Now;
            }
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            return new(LoadedTerms.None, [], [$"The list of loaded releases can not be read, so none is used: {broken.Message}"]);
        }
    }

    /// <summary>What would be known with another release of a kind, or with none.</summary>
    internal LoadedTerms With(TermCatalog catalog)
    {
        lock (gate)
            return Open(catalog).Terms;
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var reader in open.Values)
                reader.Dispose();
            open.Clear();
        }
    }

    private TermsNow Open(TermCatalog catalog)
    {
        if (catalog.WrittenAs != TermCatalog.Format || catalog.Spelling != TermNames.Spelling)
            return new(LoadedTerms.None, [], ["The releases were loaded by another version of this program, so none is used. Load them again."]);

        Dictionary<TermKind, (string, TermIndexReader)> readers = [];
        List<TermRelease> releases = [];
        List<string> problems = [];
        foreach (var release in catalog.Releases.Where(release => release.IsInForce))
        {
            try
            {
                if (!open.TryGetValue(release.Id, out var reader))
                    open[release.Id] = reader = new(folder.IndexOf(release));
                readers[release.Kind] = (release.Id, reader);
                releases.Add(release);
            }
            catch (SqliteException missing)
            {
                problems.Add($"{release.Title} is not used, because its index can not be read: {missing.Message} Load it again.");
            }
        }

        return new(LoadedReleases.Of(readers), releases, problems);
    }
}
