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
public sealed class ArrivingDesk(MooringDb db, ChairDesk chairs, SessionJournal journal)
{
    /// <summary>The chairs in use that nobody sits in.</summary>
    public async Task<IReadOnlyList<Chair>> FreeChairs(CancellationToken cancel)
    {
        var taken = (await db.Set<SessionRow>().AsNoTracking().Where(session => session.IsSeated && session.ChairId != null).Select(session => session.ChairId!.Value).ToListAsync(cancel)).ToHashSet();
        return [.. (await chairs.InUse(cancel)).Where(chair => !taken.Contains(chair.Id))];
    }

    /// <summary>Seats the patient. SES105 for no chair of this clinic, DAY103 for one that is retired, and what the session refuses.</summary>
    public async Task<Outcome<Session>> CheckIn(Id<Session> id, CheckInForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var chairId = new Id<Chair>(form.Chair ?? Guid.Empty);
        if ((await chairs.All(cancel)).FirstOrDefault(one => one.Id == chairId) is not { } chair)
            return new Refusal("SES105", "Say which chair.", "chair");
        if (RetiringChairs.Refused(chair) is { } retired)
            return retired;
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
