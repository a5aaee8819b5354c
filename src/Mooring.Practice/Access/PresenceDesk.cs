using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Staffing;
using Mooring.Storage;
using Mooring.Storage.Changes;

namespace Mooring.Practice.Access;

/// <summary>Who is in the house. Everyone says so in person, each day anew: who forgot to leave is not here tomorrow.</summary>
public sealed class PresenceDesk(MooringDb db, StaffDesk staff, CredentialGate credentials, RoleRights rights, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>Who is here now, in the order they came.</summary>
    public async Task<IReadOnlyList<OnSite>> OnSite(CancellationToken cancel) => [.. (await Here(cancel)).Select(row => row.AsOnSite(rights))];

    /// <summary>The one who asks is here from now on; said twice it changes only the certificate. Who is here then; WEB150 for who does not watch chairs, CRE110 for a certificate that has ended.</summary>
    public async Task<Outcome<IReadOnlyList<OnSite>>> Come(bool hasAdvancedLifeSupport, CancellationToken cancel)
    {
        if (db.Unless(Right.WatchChairs) is { } notTheirs)
            return notTheirs;
        if (hasAdvancedLifeSupport && await credentials.Contradicts(Presence.AdvancedLifeSupport, cancel) is { } ended)
            return ended;
        var (who, now) = (db.Acting(), clock.GetUtcNow());
        if ((await Here(cancel)).FirstOrDefault(row => row.Who.Id == who.Id) is { } here)
            here.HasAdvancedLifeSupport = hasAdvancedLifeSupport;
        else
            db.Add(new PresenceRow { Id = Guid.CreateVersion7(now), Who = who, Since = now, HasAdvancedLifeSupport = hasAdvancedLifeSupport });
        return await Keep(cancel);
    }

    /// <summary>The one who asks has left. The chairs stay theirs until somebody takes them: that is said on the board. The same refusal.</summary>
    public async Task<Outcome<IReadOnlyList<OnSite>>> Leave(CancellationToken cancel)
    {
        if (db.Unless(Right.WatchChairs) is { } notTheirs)
            return notTheirs;
        var who = db.Acting();
        foreach (var row in (await Here(cancel)).Where(row => row.Who.Id == who.Id))
            row.Until = clock.GetUtcNow();
        return await Keep(cancel);
    }

    private async Task<List<PresenceRow>> Here(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var clinic = (await staff.Clinic(cancel))!;
        var morning = clinic.InstantOf(clinic.DayOf(now), TimeOnly.MinValue);
        return await db.Set<PresenceRow>().Where(row => row.Since >= morning && row.Until == null).OrderBy(row => row.Since).ToListAsync(cancel);
    }

    private async Task<Outcome<IReadOnlyList<OnSite>>> Keep(CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        feed.Publish(new(db.Clinic, null, false));
        return Outcome<IReadOnlyList<OnSite>>.Done(await OnSite(cancel));
    }
}
