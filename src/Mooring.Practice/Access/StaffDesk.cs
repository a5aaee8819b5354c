using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Practice.Access.Accounts;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access;

/// <summary>Who works here, and how they come in. There is no default account: the first manager comes by a set-up link.</summary>
public sealed class StaffDesk(MooringDb db, UserManager<StaffRow> users, LinkDesk links, SecondPerson seconds, CurrentClinic current, SignInsDesk signIns, TimeProvider clock)
{
    private const int NameLength = 100;

    private static readonly TimeSpan JoinValidFor = TimeSpan.FromDays(3);

    /// <summary>Makes the clinic, without anyone in it. Everything else is set by its manager, in the settings.</summary>
    /// <param name="phone">For patients to call; null when nobody wrote it down.</param>
    public async Task<Clinic> Found(string name, string timeZone, bool isDemo, CancellationToken cancel, string? phone = null)
    {
        var row = new ClinicRow { Id = Id<Clinic>.New(clock.GetUtcNow()), Name = name, TimeZone = timeZone, IsDemo = isDemo, Phone = phone };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        db.ClinicScope.Enter(row.Id, db.ClinicScope.Actor);
        return row.AsClinic();
    }

    /// <summary>The clinic of this scope.</summary>
    public Task<Clinic?> Clinic(CancellationToken cancel) => current.Find(cancel);

    /// <summary>How the clinic of somebody is called, also before they are in it.</summary>
    public Task<string?> NameOfClinic(StaffRow staff, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(staff);
        return db.Set<ClinicRow>().IgnoreQueryFilters().Where(row => row.Id == staff.ClinicId).Select(row => row.Name).SingleOrDefaultAsync(cancel);
    }

    public Task<bool> HasAnyClinic(CancellationToken cancel) => db.Set<ClinicRow>().AnyAsync(cancel);

    /// <summary>Adds a member of staff who has no password yet; the join link is how they choose one.</summary>
    public Task<Outcome<StaffRow>> Add(string fullName, string userName, Role role, CancellationToken cancel) => Add(fullName, userName, [role], cancel);

    /// <summary>The same for somebody with several roles; some roles a second person confirms before they are let in. Refusals: WEB110, WEB111, WEB114, WEB150, WEB151, ACC118.</summary>
    public async Task<Outcome<StaffRow>> Add(string fullName, string userName, IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        if ((db.Unless(Right.ManageStaff) ?? StaffRoles.Against(roles)) is { } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(fullName))
            return NoName;
        if (fullName.Trim().Length > NameLength || userName.Trim().Length > NameLength)
            return new Refusal("ACC118", $"A name has {NameLength} letters at most.", fullName.Trim().Length > NameLength ? "fullName" : "userName");

        var row = new StaffRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            ClinicId = db.Clinic,
            FullName = fullName.Trim(),
            UserName = userName.Trim(),
            Role = roles[0],
            Roles = roles,
        };
        row.IsAwaited = await seconds.HasToConfirm(row, [], roles, cancel);
        var made = await users.CreateAsync(row);
        if (!made.Succeeded)
            db.ChangeTracker.Clear();
        return made.Succeeded ? row : Outcome<StaffRow>.Refuse([.. Refusals(made, "userName")]);
    }

    /// <summary>Everything that stands against somebody with this name and password; keeps nothing. Refusals: WEB110, WEB114, WEB133.</summary>
    internal async Task<IReadOnlyList<Refusal>> Against(string fullName, string userName, string password, string again)
    {
        StaffRow row = new() { Id = Guid.Empty, ClinicId = db.Clinic, FullName = fullName.Trim(), UserName = userName.Trim(), Role = Role.Manager };
        List<Refusal> refused = string.IsNullOrWhiteSpace(fullName) ? [NoName] : [];
        foreach (var validator in users.UserValidators)
            refused.AddRange(Refusals(await validator.ValidateAsync(users, row), "userName"));
        foreach (var validator in users.PasswordValidators)
            refused.AddRange(Refusals(await validator.ValidateAsync(users, row, password), "password"));
        if (password != again)
            refused.Add(NotTheSame);
        return refused;
    }

    /// <summary>A link by which somebody chooses their password. Refused, WEB150, to whom may not let people in.</summary>
    public Task<Outcome<string>> InvitationFor(StaffRow staff, CancellationToken cancel) =>
        links.Make(LinkKind.Join, staff.Id, JoinValidFor, cancel);

    /// <summary>Chooses the password of the person behind a join link, and uses the link up.</summary>
    public async Task<Outcome<StaffRow>> Join(string token, string password, CancellationToken cancel)
    {
        if (await links.Find(LinkKind.Join, token, cancel) is not { } link)
            return new Refusal("WEB112", "This link was used or has expired. Ask a manager for a new one.");

        db.ClinicScope.Enter(link.ClinicId, null);
        var staff = await users.Users.SingleAsync(row => row.Id == link.SubjectId, cancel);
        var set = await users.AddPasswordAsync(staff, password);
        if (!set.Succeeded)
            return Outcome<StaffRow>.Refuse([.. Refusals(set, "password")]);

        links.Use(link);
        await db.SaveChangesAsync(cancel);
        return staff;
    }

    /// <summary>The person with this id if they may still come in; asked on every request, so that disabling acts at once.</summary>
    public async Task<StaffRow?> Current(Guid id, CancellationToken cancel) =>
        await db.Set<StaffRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !row.IsDisabled && !row.IsAwaited, cancel);

    /// <summary>Shuts a person out at once, or lets them in again; nobody shuts themselves out. Refusals: WEB119, WEB123.</summary>
    public async Task<Outcome<StaffRow>> SetDisabled(Guid id, bool isDisabled, CancellationToken cancel)
    {
        var clinic = db.Clinic;
        if (db.Unless(Right.ManageStaff) is { } refused)
            return refused;
        if (id == db.ClinicScope.Actor?.Id)
            return new Refusal("WEB119", "You can not shut yourself out. Another manager can.");
        if (await db.Set<StaffRow>().SingleOrDefaultAsync(row => row.Id == id && row.ClinicId == clinic, cancel) is not { } staff)
            return new Refusal("WEB123", "There is no such person here.");
        staff.IsDisabled = isDisabled;
        // Cookies of before stay worthless, also when the person is let in again.
        await users.UpdateSecurityStampAsync(staff);
        await db.SaveChangesAsync(cancel);
        await signIns.EndAll(id, isDisabled ? SignInEnding.Disabled : SignInEnding.LetInAgain, cancel);
        return staff;
    }

    /// <summary>Everyone who works in this clinic.</summary>
    public async Task<IReadOnlyList<StaffRow>> All(CancellationToken cancel)
    {
        var clinic = db.Clinic;
        return await db.Set<StaffRow>().AsNoTracking().Where(row => row.ClinicId == clinic).OrderBy(row => row.FullName).ToListAsync(cancel);
    }

    /// <summary>A password typed twice, and not alike.</summary>
    public static Refusal NotTheSame { get; } = new("WEB133", "The two are not the same. Type it once more.", "again");

    private static Refusal NoName { get; } = new("WEB110", "Write the name as it should stand in the record.", "fullName");

    internal static IEnumerable<Refusal> Refusals(IdentityResult result, string at) =>
        result.Errors.Select(error => new Refusal("WEB114", error.Description, at));
}
