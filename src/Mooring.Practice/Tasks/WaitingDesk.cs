using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>What waits for a person now, and how much of it, asked once for a page.</summary>
public sealed class WaitingDesk(MooringDb db, PathwayDesk pathways, WaitingShelf shelf, TimeProvider clock)
{
    private IReadOnlyList<WaitingTask>? asked;

    public async Task<IReadOnlyList<WaitingTask>> Now(Actor me, CancellationToken cancel)
    {
        if (asked is not null)
            return asked;
        var asOf = shelf.Edition;
        asked = await pathways.WaitingFor(me, cancel);
        shelf.Keep(db.Clinic, me.Id, asOf, clock.GetUtcNow(), ToDo(asked));
        return asked;
    }

    /// <summary>What somebody waits for; a chair alone is not counted.</summary>
    public async Task<int> Count(Actor me, CancellationToken cancel) => shelf.Find(db.Clinic, me.Id, clock.GetUtcNow()) ?? ToDo(await Now(me, cancel));

    private static int ToDo(IReadOnlyList<WaitingTask> tasks) => tasks.Count(task => !task.IsChair);
}
