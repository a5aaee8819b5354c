using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Staffing;
using Mooring.Storage;
using Mooring.Storage.Changes;

namespace Mooring.Practice.Access;

/// <summary>Who is in the house. Everyone says so in person, each day anew: who forgot to leave is not here tomorrow.</summary>
public sealed class PresenceDesk(MooringDb db, StaffDesk staff, RoleRights rights, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>Who is here now, in the order they came.</summary>
    public async Task<IReadOnlyList<OnSite>> OnSite(CancellationToken cancel) => [.. (await Here(cancel)).Select(row => row.AsOnSite(rights))];

    /// <summary>The one who asks is here from now on; said twice it changes only the certificate.</summary>
    public async Task Come(bool hasAdvancedLifeSupport, CancellationToken cancel)
    {
        var (who, now) = (db.Acting(), clock.GetUtcNow());
        if ((await Here(cancel)).FirstOrDefault(row => row.Who.Id == who.Id) is { } here)
            here.HasAdvancedLifeSupport = hasAdvancedLifeSupport;
        else
            db.Add(new PresenceRow { Id = Guid.CreateVersion7(now), Who = who, Since = now, HasAdvancedLifeSupport = hasAdvancedLifeSupport });
        await Keep(cancel);
    }

    /// <summary>The one who asks has left. The chairs stay theirs until somebody takes them: that is said on the board.</summary>
    public async Task Leave(CancellationToken cancel)
    {
        var who = db.Acting();
        foreach (var row in (await Here(cancel)).Where(row => row.Who.Id == who.Id))
            row.Until = clock.GetUtcNow();
        await Keep(cancel);
    }

    private async Task<List<PresenceRow>> Here(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var clinic = (await staff.Clinic(cancel))!;
        var morning = clinic.InstantOf(clinic.DayOf(now), TimeOnly.MinValue);
        return await db.Set<PresenceRow>().Where(row => row.Since >= morning && row.Until == null).OrderBy(row => row.Since).ToListAsync(cancel);
    }

    private async Task Keep(CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        feed.Publish(new(db.Clinic, null, false));
    }
}
