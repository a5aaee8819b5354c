using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>The account of the person who acts: when they signed in, and their password.</summary>
public sealed class AccountDesk(MooringDb db, UserManager<StaffRow> users, IPasswordHasher<StaffRow> hasher, SignInDelays delays, SignInsDesk signIns, TimeProvider clock)
{
    /// <summary>Somebody is in: what was the sign-in of now becomes the one before.</summary>
    public async Task NoteSignIn(Guid id, string address, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Set<StaffRow>().Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.SignedInBefore, one => one.SignedInAt).SetProperty(one => one.SignedInBeforeFrom, one => one.SignedInFrom)
                .SetProperty(one => one.FailedTriesBefore, one => one.FailedTries)
                .SetProperty(one => one.SignedInAt, now).SetProperty(one => one.SignedInFrom, address).SetProperty(one => one.FailedTries, 0),
            cancel);
    }

    /// <summary>Is it still they? By the password, and slower after each wrong one. Refusals: ACC112 it is wrong, ACC101 wait.</summary>
    public async Task<Refusal?> IsStill(Guid id, string password, CancellationToken cancel)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { PasswordHash: { } hash } staff)
            return Wrong;
        var doors = delays.Again(PasswordSignIn.Account(staff.UserName!));
        if (await delays.Claim(doors, cancel) is { } wait)
            return wait;
        if (hasher.VerifyHashedPassword(staff, hash, password ?? "") == PasswordVerificationResult.Failed)
            return Wrong;
        await delays.Release(doors, cancel);
        return null;
    }

    /// <summary>Sets another password; every sign-in of before ends. Refusals: ACC126 it is not theirs, ACC112 and ACC101 about the old one, WEB114 and WEB133 about the new.</summary>
    public async Task<Outcome<StaffRow>> ChangePassword(Guid id, string old, string password, string again, CancellationToken cancel)
    {
        if (FactorDesk.UnlessOwn(db, id) is { } notTheirs)
            return notTheirs;
        if (password != again)
            return StaffDesk.NotTheSame;
        if (await IsStill(id, old, cancel) is { } refused)
            return refused;
        var staff = (await users.FindByIdAsync(id.ToString()))!;
        var set = await users.ChangePasswordAsync(staff, old, password);
        if (!set.Succeeded)
            return Outcome<StaffRow>.Refuse([.. StaffDesk.Refusals(set, "password")]);
        await signIns.EndAll(id, SignInEnding.PasswordChanged, cancel);
        return staff;
    }

    private static Refusal Wrong { get; } = new("ACC112", "That is not your password of now.", "old");
}
