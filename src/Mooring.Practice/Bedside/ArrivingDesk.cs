using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Practice.Chairs;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>The patient comes in and sits down.</summary>
public sealed class ArrivingDesk(MooringDb db, SessionJournal journal)
{
    /// <summary>The chairs nobody sits in.</summary>
    public async Task<IReadOnlyList<Chair>> FreeChairs(CancellationToken cancel) =>
    [
        .. (await db.Set<ChairRow>().AsNoTracking()
            .Where(chair => !db.Set<SessionRow>().Any(session => session.ChairId == chair.Id && session.IsSeated))
            .OrderBy(chair => chair.Order).ToListAsync(cancel)).Select(chair => chair.AsChair()),
    ];

    public async Task<Outcome<Session>> CheckIn(Id<Session> id, CheckInForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var chairId = new Id<Chair>(form.Chair ?? Guid.Empty);
        if (await db.Set<ChairRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == chairId, cancel) is not { } chair)
            return new Refusal("SES105", "Say which chair.", "chair");
        string[] identifiers =
        [
            .. form.Name ? ["name"] : Array.Empty<string>(),
            .. form.BirthDate ? ["birth date"] : Array.Empty<string>(),
            .. string.IsNullOrWhiteSpace(form.Other) ? Array.Empty<string>() : [form.Other.Trim()],
        ];
        return await journal.Decide(
            id, stamp, (session, act) => session.CheckIn(act, chair.Name, identifiers, form.Note), cancel, new(Chair: chair.Id));
    }
}
