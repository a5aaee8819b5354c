using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Judges what is shown behind the right password: the code of an app, or a recovery code. Each opens once.</summary>
public sealed class FactorProof(MooringDb db, UserManager<StaffRow> users, SignInDelays delays, PasswordSignIn passwords, SignInTerms terms, TimeProvider clock)
{
    // Longer than any code of either kind.
    private const int LongestCode = 64;

    /// <summary>Refusals: ACC104 it fits nothing, ACC101 wait.</summary>
    public async Task<Outcome<StaffRow>> Code(StaffRow staff, string code, SignInFrom from, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(staff);
        ArgumentNullException.ThrowIfNull(code);
        // As this scope knows them: a recovery code is taken off the person, and a copy from elsewhere can not be saved beside it.
        staff = await users.FindByIdAsync(staff.Id.ToString()) ?? staff;
        var doors = delays.Code(PasswordSignIn.Account(staff.UserName!), staff.Id, from);
        if (await delays.Claim(doors, cancel) is { } wait)
            return wait;
        var typed = string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));
        var fits = typed.Length is > 0 and <= LongestCode && (typed.All(char.IsAsciiDigit) ? await IsOfApp(staff, typed, cancel) : await IsRecovery(staff, typed));
        if (!fits)
        {
            await passwords.CountWrong(staff.Id, cancel);
            return new Refusal("ACC104", "That code is not right, was used already, or is too old. Type the one that the app shows now, or a recovery code that you have not used.", "code");
        }

        await delays.Release(doors, cancel);
        return staff;
    }

    /// <summary>Whether it is the code that the app shows now, for the first time.</summary>
    internal async Task<bool> IsOfApp(StaffRow staff, string code, CancellationToken cancel) =>
        await users.VerifyTwoFactorTokenAsync(staff, TokenOptions.DefaultAuthenticatorProvider, code) && await IsFirstUse(staff.Id, code, cancel);

    private async Task<bool> IsRecovery(StaffRow staff, string code) => (await users.RedeemTwoFactorRecoveryCodeAsync(staff, code.ToUpperInvariant())).Succeeded;

    // The database says who was first; of two at once one is.
    private async Task<bool> IsFirstUse(Guid staff, string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var old = now - terms.UsedCodeFor;
        await db.Set<UsedCodeRow>().Where(row => row.At < old).ExecuteDeleteAsync(cancel);
        return await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO used_codes ("StaffId", "Code", "At") VALUES ({staff}, {code}, {now.UtcTicks}) ON CONFLICT DO NOTHING""", cancel) == 1;
    }
}
