using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Privacy;
using Mooring.Content.Library;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>
/// Lets a few birth dates of a person be judged in a window, over all of their links; a window that was used up makes the next
/// one longer. The database counts, so that of a thousand at once no more are judged.
/// </summary>
public sealed class LinkTries(MooringDb db, ClinicalLibrary library, TimeProvider clock)
{
    private const int MostLaps = 4;

    private LinkTerms Terms => library.Sound().Privacy!.Value.Links;

    /// <summary>Counts one try; false where this window has no more.</summary>
    internal async Task<bool> Count(Guid subject, CancellationToken cancel)
    {
        var (terms, now) = (Terms, clock.GetUtcNow());
        for (var lap = 0; lap < MostLaps; lap++)
        {
            var window = db.Set<LinkTriesRow>().Where(row => row.SubjectId == subject && row.Until > now);
            if (await window.Where(row => row.Tries < terms.Tries).ExecuteUpdateAsync(row => row.SetProperty(one => one.Tries, one => one.Tries + 1), cancel) == 1)
                return true;
            if (await window.AnyAsync(cancel))
                return false;
            if (await Begin(subject, terms, now, cancel))
                return true;
        }

        return false;
    }

    /// <summary>The right date: what was wrong before is forgotten.</summary>
    internal Task Reset(Guid subject, CancellationToken cancel) => db.Set<LinkTriesRow>().Where(row => row.SubjectId == subject).ExecuteDeleteAsync(cancel);

    // The first window, or the one after the last: with this try in it. False where somebody else began it in this moment.
    private async Task<bool> Begin(Guid subject, LinkTerms terms, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<LinkTriesRow>().AsNoTracking().SingleOrDefaultAsync(row => row.SubjectId == subject, cancel) is not { } last)
        {
            db.Add(new LinkTriesRow { SubjectId = subject, Tries = 1, Until = now + terms.Windows[0] });
            try
            {
                await db.SaveChangesAsync(cancel);
                return true;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                return false;
            }
        }

        // Somebody else began it since we looked: it is counted in, and never begun anew.
        if (last.Until > now)
            return false;
        var usedUp = last.Tries >= terms.Tries ? last.UsedUp + 1 : 0;
        var until = now + terms.Windows[Math.Min(usedUp, terms.Windows.Count - 1)];
        return await db.Set<LinkTriesRow>().Where(row => row.SubjectId == subject && row.Until == last.Until)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Tries, 1).SetProperty(one => one.UsedUp, usedUp).SetProperty(one => one.Until, until), cancel) == 1;
    }
}
