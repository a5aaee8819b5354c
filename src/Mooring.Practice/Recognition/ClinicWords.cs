using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;
using Mooring.Content.Library;
using Mooring.Storage;

namespace Mooring.Practice.Recognition;

/// <summary>
/// Each clinic's recognizer, at hand for every screening. Before each use it is asked whether anything was said, taken
/// back or loaded since, so that another process never screens by what a colleague took back.
/// </summary>
public sealed class RecognizerCache(ClinicalLibrary library)
{
    private readonly ConcurrentDictionary<Id<Clinic>, (string Edition, Recognizer Recognizer)> kept = new();

    internal async Task<Recognizer> Of(Id<Clinic> clinic, string edition, LoadedTerms loaded, Func<Task<IReadOnlyList<Resolution>>> said)
    {
        if (kept.TryGetValue(clinic, out var at) && at.Edition == edition)
            return at.Recognizer;

        var recognizer = library.Words.Recognizer.With(await said(), loaded);
        kept[clinic] = (edition, recognizer);
        return recognizer;
    }
}

/// <summary>The words of the rules as this clinic knows them: the library's, the public releases that are loaded, and what was said here once.</summary>
public sealed class ClinicWords(MooringDb db, ClinicalLibrary library, RecognizerCache shelf, TermCache terms)
{
    public async Task<Vocabulary> Of(CancellationToken cancel)
    {
        var rows = db.Set<ResolutionRow>().AsNoTracking();
        var (said, revoked) = (await rows.CountAsync(cancel), await rows.CountAsync(row => row.RevokedAt != null, cancel));
        var loaded = terms.Now().Terms;
        var edition = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{said} {revoked} {loaded.Edition}");
        return library.Words with
        {
            Recognizer = await shelf.Of(db.Clinic, edition, loaded, async () => [.. (await rows.Where(row => row.RevokedAt == null).ToListAsync(cancel)).Select(row => row.What)]),
        };
    }
}
