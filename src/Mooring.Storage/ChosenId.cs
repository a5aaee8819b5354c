using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;

namespace Mooring.Storage;

/// <summary>
/// An entry whose id was made where it was typed, so that sending it twice keeps it once. An id says nothing by itself:
/// one that is kept already answers for the same entry of the same person only. Anything else is refused, and nothing is lost unheard.
/// </summary>
internal static class ChosenId
{
    /// <summary>Keeps what is new, and answers with what is kept; also when two are sent in the same moment.</summary>
    /// <param name="kept">What stands under the id: done, refused, or null when nothing does.</param>
    public static async Task<Outcome<T>> Once<T>(MooringDb db, Func<Task<Outcome<T>?>> kept, Func<Task<Outcome<T>>> keep) =>
        await kept() ?? await Keep(db, kept, keep);

    /// <summary>The same for who has looked already.</summary>
    public static async Task<Outcome<T>> Keep<T>(MooringDb db, Func<Task<Outcome<T>?>> kept, Func<Task<Outcome<T>>> keep)
    {
        try
        {
            return await keep();
        }
        catch (DbUpdateException)
        {
            // Another request may have kept it between the look and the save; any other failure stays one.
            db.ChangeTracker.Clear();
            if (await kept() is { } meanwhile)
                return meanwhile;
            throw;
        }
    }

    /// <summary>What stands under an id: its own answer when it is the same entry, STO401 when it is another's or says something else.</summary>
    public static async Task<Outcome<T>?> Kept<TRow, T>(
        MooringDb db, Expression<Func<TRow, bool>> hasId, Func<TRow, bool> isSame, Func<TRow, T> says, CancellationToken cancel)
        where TRow : OwnedRow
    {
        var row = await db.Set<TRow>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(hasId, cancel);
        return row is null ? null : row.ClinicId == db.Clinic && isSame(row) ? says(row) : Otherwise;
    }

    public static Refusal Otherwise { get; } = new(
        RefusalCodes.KeptOtherwise,
        "From this page something else was kept already. What you sent now was not kept: look at what stands, and send it again if it is something more.");
}

/// <summary>Refusals that a page answers with something besides the sentence.</summary>
public static class RefusalCodes
{
    /// <summary>The entry's id is taken: shown again, the form gets another.</summary>
    public const string KeptOtherwise = "STO401";
}
