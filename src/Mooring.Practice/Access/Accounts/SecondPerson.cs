using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Which roles nobody gives alone, and who is the second person for them.</summary>
public sealed class SecondPerson(MooringDb db, RoleRights rights, SignInTerms terms, TimeProvider clock)
{
    /// <summary>What stands instead of a name where nobody else worked here yet.</summary>
    internal const string SetUp = "set-up: nobody else was here yet";

    // What lets somebody see or steer care, and what lets somebody give roles to others.
    private static readonly Right[] Above = [Right.ReadCharts, Right.ReadTherapyNotes, Right.Prescribe, Right.PrepareDoses, Right.GiveDoses, Right.SignContent, Right.ManageStaff];

    /// <summary>Who may say yes to a role that somebody else gave.</summary>
    public static bool MayConfirm(Actor by) => new[] { Right.ManageStaff, Right.Prescribe, Right.AgreeAsDirector }.Any(by.May);

    /// <summary>
    /// Writes down that these roles were given, and says whether they have to wait for somebody else. What the product sets up
    /// by itself, and what opens no charts, is nobody's to confirm.
    /// </summary>
    internal async Task<bool> HasToConfirm(StaffRow staff, IReadOnlyList<Role> before, IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        if (!terms.NeedsSecondPerson || db.ClinicScope.Actor is not { } by || !Above.Any(right => rights.Of(roles).Has(right) && !rights.Of(before).Has(right)))
            return false;
        var isFirst = !await IsAnybodyElse(staff.Id, by.Id, cancel);
        var now = clock.GetUtcNow();
        foreach (var open in await db.Set<RoleRequestRow>().Where(row => row.StaffId == staff.Id && row.DecidedAt == null).ToListAsync(cancel))
            (open.DecidedAt, open.DecidedById, open.DecidedBy) = (now, by.Id, by.Name);
        db.Add(new RoleRequestRow
        {
            Id = Guid.CreateVersion7(now),
            StaffId = staff.Id,
            Roles = string.Join(' ', roles),
            AskedById = by.Id,
            AskedBy = by.Name,
            AskedAt = now,
            DecidedAt = isFirst ? now : null,
            DecidedBy = isFirst ? SetUp : null,
            IsConfirmed = isFirst,
        });
        return !isFirst;
    }

    // Somebody who was disabled meanwhile counts as well: nobody becomes alone by disabling the others.
    private async Task<bool> IsAnybodyElse(Guid staff, Guid by, CancellationToken cancel)
    {
        var clinic = db.Clinic;
        var others = await db.Set<StaffRow>().AsNoTracking().Where(row => row.ClinicId == clinic && row.Id != staff && row.Id != by).ToListAsync(cancel);
        return others.Exists(row => MayConfirm(row.AsActor(rights)));
    }
}
