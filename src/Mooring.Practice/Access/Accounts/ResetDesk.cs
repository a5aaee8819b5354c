using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Brings somebody in again who lost the password, the second factor or both: a link of one use, made by somebody else.</summary>
public sealed class ResetDesk(MooringDb db, UserManager<StaffRow> users, LinkDesk links, FactorDesk factors, AccountDesk accounts, SignInDelays delays, SignInsDesk signIns, SignInTerms terms, TimeProvider clock)
{
    private static readonly LinkKind[] Kinds = [LinkKind.NewPassword, LinkKind.NewFactors, LinkKind.NewStart];

    /// <summary>
    /// A new link's token; older ones of this person end. Refusals: WEB150 who may, ACC113 not for yourself, WEB123 nobody of
    /// that name, ACC114 who never joined gets an invitation instead.
    /// </summary>
    public async Task<Outcome<string>> Make(Guid id, LinkKind kind, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageStaff) is { } refused)
            return refused;
        if (id == db.ClinicScope.Actor?.Id)
            return new Refusal("ACC113", "Nobody makes this for themselves. Another manager can; where there is none, the server's own machine: mooring user reset.");
        var clinic = db.Clinic;
        if (!Kinds.Contains(kind) || await db.Set<StaffRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ClinicId == clinic, cancel) is not { } staff)
            return new Refusal("WEB123", "There is no such person here.");
        if (staff.PasswordHash is null)
            return new Refusal("ACC114", "This person never joined. Make a new invitation instead.");
        foreach (var old in await db.Set<LinkRow>().Where(row => row.SubjectId == id && row.UsedAt == null && Kinds.Contains(row.Kind)).ToListAsync(cancel))
            links.Use(old);
        return await links.Make(kind, id, terms.ResetLinkFor, cancel);
    }

    /// <summary>What a link lets its holder set anew; null when it opens nothing.</summary>
    public async Task<LinkKind?> Opens(string token, CancellationToken cancel) => (await Find(token, cancel))?.Kind;

    /// <summary>
    /// Uses the link: the new password (or the one of now, where only the factors are new) and, where it says so, no factor any
    /// more. Every sign-in of before ends and no delay is left. Refusals: ACC115 the link, WEB133 and WEB114 a new password, ACC112 and ACC101 the one of now.
    /// </summary>
    public async Task<Outcome<StaffRow>> Use(string token, string password, string again, CancellationToken cancel)
    {
        if (await Find(token, cancel) is not { } link)
            return Dead;
        if (link.Kind != LinkKind.NewFactors && password != again)
            return StaffDesk.NotTheSame;
        db.ClinicScope.Enter(link.ClinicId, null);
        if (link.Kind == LinkKind.NewFactors && await accounts.IsStill(link.SubjectId, password, cancel) is { } wrong)
            return wrong with { At = "password" };

        await using var all = await db.Database.BeginTransactionAsync(cancel);
        DateTimeOffset? now = clock.GetUtcNow();
        // Of two at once one is first: the database says which.
        if (await db.Set<LinkRow>().Where(row => row.TokenHash == link.TokenHash && row.UsedAt == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, now), cancel) == 0)
            return Dead;
        var staff = await users.Users.SingleAsync(row => row.Id == link.SubjectId, cancel);
        if (link.Kind != LinkKind.NewFactors && await NewPassword(staff, password) is { Count: > 0 } refusals)
            return Outcome<StaffRow>.Refuse(refusals);
        if (link.Kind != LinkKind.NewPassword)
            await factors.RemoveAll(staff, cancel);
        await users.UpdateSecurityStampAsync(staff);
        await signIns.EndAll(staff.Id, SignInEnding.PasswordChanged, cancel);
        await delays.Forget(PasswordSignIn.Account(staff.UserName!), cancel);
        await all.CommitAsync(cancel);
        return staff;
    }

    /// <summary>Lets somebody try again at once who waits after wrong passwords. Refused, WEB150, to whom may not; WEB123 when there is nobody.</summary>
    public async Task<Outcome<StaffRow>> Unlock(Guid id, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageStaff) is { } refused)
            return refused;
        var clinic = db.Clinic;
        if (await db.Set<StaffRow>().SingleOrDefaultAsync(row => row.Id == id && row.ClinicId == clinic, cancel) is not { } staff)
            return new Refusal("WEB123", "There is no such person here.");
        await delays.Forget(PasswordSignIn.Account(staff.UserName!), cancel);
        (staff.LockoutEnd, staff.AccessFailedCount) = (null, 0);
        // Nothing else changes, and it stands in the trail all the same.
        db.Entry(staff).Property(row => row.LockoutEnd).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return staff;
    }

    private async Task<IReadOnlyList<Refusal>> NewPassword(StaffRow staff, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, staff, password) is { Succeeded: false } bad)
                return [.. StaffDesk.Refusals(bad, "password")];
        }

        await users.RemovePasswordAsync(staff);
        return [.. StaffDesk.Refusals(await users.AddPasswordAsync(staff, password), "password")];
    }

    private async Task<LinkRow?> Find(string token, CancellationToken cancel)
    {
        foreach (var kind in Kinds)
        {
            if (await links.Find(kind, token, cancel) is { } link)
                return link;
        }

        return null;
    }

    private static Refusal Dead { get; } = new("ACC115", "This link was used or has expired. Ask a manager for a new one.");
}
