using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Roles that wait for a second person.</summary>
/// <param name="MayDecide">Whether whoever looks is that second person.</param>
public sealed record RoleRequest(Guid Id, Guid StaffId, string Name, IReadOnlyList<Role> Roles, string AskedBy, DateTimeOffset AskedAt, bool MayDecide);

/// <summary>Where a second person says yes or no to roles that somebody gave.</summary>
public sealed class RoleRequestDesk(MooringDb db, UserManager<StaffRow> users, SignInsDesk signIns, TimeProvider clock)
{
    /// <summary>Everything that waits, for whom it concerns; nothing for all others.</summary>
    public async Task<IReadOnlyList<RoleRequest>> Waiting(CancellationToken cancel)
    {
        if (db.ClinicScope.Actor is not { } me || !SecondPerson.MayConfirm(me))
            return [];
        var clinic = db.Clinic;
        var open = await (from request in db.Set<RoleRequestRow>().AsNoTracking()
                          join staff in db.Set<StaffRow>() on request.StaffId equals staff.Id
                          where request.DecidedAt == null && staff.ClinicId == clinic && !staff.IsDisabled
                          orderby request.AskedAt
                          select new { request, staff.FullName }).ToListAsync(cancel);
        return [.. open.Select(one => new RoleRequest(
            one.request.Id, one.request.StaffId, one.FullName, one.request.All, one.request.AskedBy, one.request.AskedAt, me.Id != one.request.AskedById && me.Id != one.request.StaffId))];
    }

    /// <summary>
    /// Says yes or no. With a yes the roles hold, and the person signs in anew. Refusals: WEB150 who may, ACC116 it does not wait
    /// any more, ACC117 not who gave them, nor whose they are.
    /// </summary>
    public async Task<Outcome<StaffRow>> Decide(Guid id, bool isConfirmed, CancellationToken cancel)
    {
        if (db.ClinicScope.Actor is { } by && !SecondPerson.MayConfirm(by))
            return db.Unless(Right.ManageStaff)!;
        var me = db.Acting();
        if (await db.Set<RoleRequestRow>().SingleOrDefaultAsync(row => row.Id == id && row.DecidedAt == null, cancel) is not { } request)
            return new Refusal("ACC116", "That was decided already.");
        if (me.Id != Guid.Empty && (me.Id == request.AskedById || me.Id == request.StaffId))
            return new Refusal("ACC117", "A second person confirms a role: neither who gave it nor who gets it.");
        var clinic = db.Clinic;
        var staff = await db.Set<StaffRow>().SingleAsync(row => row.Id == request.StaffId && row.ClinicId == clinic, cancel);
        (request.DecidedAt, request.DecidedById, request.DecidedBy, request.IsConfirmed) = (clock.GetUtcNow(), me.Id, me.Name, isConfirmed);
        if (isConfirmed)
            (staff.Roles, staff.IsAwaited) = (request.All, false);
        await users.UpdateSecurityStampAsync(staff);
        await db.SaveChangesAsync(cancel);
        await signIns.EndAll(staff.Id, SignInEnding.RolesChanged, cancel);
        return staff;
    }
}
