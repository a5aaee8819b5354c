using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Content;

/// <summary>Keeps the text that something was decided on, once a clinic and hash.</summary>
internal static class ContentArchive
{
    /// <summary>Adds it to the pending save unless it is kept already.</summary>
    public static async Task Keep(this MooringDb db, string hash, string id, string text, DateTimeOffset now, CancellationToken cancel)
    {
        var isPending = db.ChangeTracker.Entries<ArchivedContentRow>().Any(entry => entry.Entity.Hash == hash);
        if (!isPending && !await db.Set<ArchivedContentRow>().AnyAsync(row => row.Hash == hash, cancel))
            db.Add(new ArchivedContentRow { Hash = hash, Id = id, Text = text, KeptAt = now });
    }

    /// <summary>Adds all of them that are not kept yet, in one question to the database.</summary>
    public static async Task Keep(this MooringDb db, IEnumerable<(string Hash, string Id, string Text)> items, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = await db.Set<ArchivedContentRow>().Select(row => row.Hash).ToListAsync(cancel);
        var known = kept.Concat(db.ChangeTracker.Entries<ArchivedContentRow>().Select(entry => entry.Entity.Hash)).ToHashSet(StringComparer.Ordinal);
        foreach (var (hash, id, text) in items.Where(item => known.Add(item.Hash)))
            db.Add(new ArchivedContentRow { Hash = hash, Id = id, Text = text, KeptAt = now });
    }

    /// <summary>As content files name it: en, es.</summary>
    public static string Code(this Language language) => language == Language.Spanish ? "es" : "en";
}
