using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access;

/// <summary>Says which roles somebody has. They sign in anew with them: what was open by the roles of before closes at once.</summary>
public sealed class StaffRoles(MooringDb db, RoleRights rights, UserManager<StaffRow> users, SecondPerson seconds, SignInsDesk signIns)
{
    /// <summary>
    /// Changes the roles of somebody of this clinic; the audit trail keeps both. Roles that a second person has to confirm wait,
    /// and those of before stay until then; see <see cref="RoleRequestDesk"/>. Refusals: WEB111 and WEB151 which roles,
    /// WEB123 no such person, WEB150 who may, WEB149 a manager does not give up the say over staff.
    /// </summary>
    public async Task<Outcome<StaffRow>> Change(Guid id, IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        if ((db.Unless(Right.ManageStaff) ?? Against(roles)) is { } refused)
            return refused;
        var clinic = db.Clinic;
        if (await db.Set<StaffRow>().SingleOrDefaultAsync(row => row.Id == id && row.ClinicId == clinic, cancel) is not { } staff)
            return new Refusal("WEB123", "There is no such person here.");
        if (id == db.ClinicScope.Actor?.Id && !rights.Of(roles).Has(Right.ManageStaff))
            return new Refusal("WEB149", "You can not give up the say over staff yourself. Another manager can take it from you.", "roles");
        if (await seconds.HasToConfirm(staff, staff.Roles, roles, cancel))
        {
            await db.SaveChangesAsync(cancel);
            return staff;
        }

        staff.Roles = roles;
        // Whoever is signed in signs in anew; nobody is thrown out by a change of their own.
        if (id != db.ClinicScope.Actor?.Id)
            await users.UpdateSecurityStampAsync(staff);
        await db.SaveChangesAsync(cancel);
        await signIns.EndAll(id, SignInEnding.RolesChanged, cancel);
        return staff;
    }

    /// <summary>Why nobody can have these roles; null when somebody can.</summary>
    public static Refusal? Against(IReadOnlyList<Role> roles) =>
        roles.Contains(Role.Patient) ? new("WEB111", "A patient is not staff; make a referral instead.", "roles")
        : roles.Count == 0 || roles.Distinct().Count() != roles.Count || !roles.All(Enum.IsDefined) ? new("WEB151", "Choose at least one role.", "roles")
        : null;
}
