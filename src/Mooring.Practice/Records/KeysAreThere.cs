using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mooring.Practice.Notes;
using Mooring.Storage;
using Mooring.Storage.Journals;
using Mooring.Storage.Secrets;

namespace Mooring.Practice.Records;

/// <summary>The data need a key that is not in the data folder.</summary>
public sealed class KeyIsMissingException(string message) : Exception(message);

/// <summary>
/// Keys are made with the first data and never again: a new one in the place of a lost one would open nothing that was
/// sealed, and putting the old one back later would lose what was sealed since. So a server begins with all of them or not at all.
/// </summary>
public static class KeysAreThere
{
    /// <exception cref="KeyIsMissingException">Says which file is missing and what to do.</exception>
    public static async Task Demand(MooringDb db, string dataFolder, IKeyPlace keys, CheckpointFile checkpoints, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(checkpoints);
        ArgumentNullException.ThrowIfNull(keys);
        var (hasSeal, hasSigning) = (Has(keys, KeyNames.Seal), Has(keys, KeyNames.Checkpoint));
        var sealKey = Path.Combine(keys.Where, KeyNames.Of(KeyNames.Seal, 1));
        var signing = Path.Combine(keys.Where, KeyNames.Of(KeyNames.Checkpoint, 1));
        if (!hasSeal && (hasSigning || await db.Set<PsychotherapyNoteRow>().IgnoreQueryFilters().AnyAsync(cancel) || await db.Set<CookieKeyRow>().AnyAsync(cancel)))
            throw Missing(sealKey, dataFolder, "It opens the psychotherapy notes, the signing key and the keys of the sign-ins.");
        if (!hasSigning && (File.Exists(CheckpointKey.PublicFile(dataFolder)) || (await checkpoints.Lines(cancel)).Count > 0))
            throw Missing(signing, dataFolder, "It signs the checkpoints of the record.");
        if (!hasSeal && await new JournalStore(db).HasAny(cancel))
            throw Missing(sealKey, dataFolder, "It was made with the first session that was recorded.");
        if (!hasSeal)
            return;
        var seal = Seal.In(keys);
        foreach (var key in await db.Set<CookieKeyRow>().AsNoTracking().ToListAsync(cancel))
        {
            if (!Opens(seal, key.Sealed, CookieKeys.Bound(key.Name)))
                throw new KeyIsMissingException($"{sealKey} is not the key that the sign-ins of this database are sealed with. Every server of one database has the same file: put it here, from the first server or from the backup of the keys, readable by its owner only, and start again. Nothing was changed.");
        }

        if (await NothingOpens(db, seal, cancel))
            throw new KeyIsMissingException($"{sealKey} is not the key that the psychotherapy notes of this database were sealed with. Put the key back that belongs to it, from the backup of the keys, and start again. Nothing was changed.");
    }

    private static bool Has(IKeyPlace keys, string kind) => keys.Read(KeyNames.Of(kind, 1)) is not null;

    private static KeyIsMissingException Missing(string file, string dataFolder, string what) => new(
        $"{file} is missing, and the data in this folder need it. {what} Put it back from the backup of the keys, readable by its owner only, and start again. "
        + (IsBesideTheData(file, dataFolder) ? $"One of that name lies in {Path.Combine(dataFolder, "keys")}: where the keys were moved on purpose, move it too; otherwise start without --keys. " : "")
        + "Until then, mooring serve --read-only shows allergies, doses and plans without any key. Nothing was changed, and no new key was made.");

    private static bool IsBesideTheData(string file, string dataFolder) =>
        Path.Combine(dataFolder, "keys", Path.GetFileName(file)) is var beside && beside != file && File.Exists(beside);

    private static async Task<bool> NothingOpens(MooringDb db, Seal seal, CancellationToken cancel)
    {
        var notes = db.Set<PsychotherapyNoteRow>().IgnoreQueryFilters().AsNoTracking();
        var newest = await notes.OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);
        var oldest = await notes.OrderBy(row => row.At).FirstOrDefaultAsync(cancel);
        return newest is not null && oldest is not null && !IsOpen(newest) && !IsOpen(oldest);

        bool IsOpen(PsychotherapyNoteRow note) => Opens(seal, note.Text, TherapyNoteDesk.Bound(note.PatientId, note.Id));
    }

    private static bool Opens(Seal seal, byte[] closed, string bound)
    {
        try
        {
            seal.Open(closed, bound);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
