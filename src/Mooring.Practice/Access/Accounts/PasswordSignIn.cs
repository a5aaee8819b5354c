using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>
/// Judges a name and a password. Whoever is not there, is wrong or is delayed costs the same work and hears nothing that tells
/// whether the name exists; only who typed the right password is told why they still can not come in.
/// </summary>
public sealed class PasswordSignIn(MooringDb db, UserManager<StaffRow> users, IPasswordHasher<StaffRow> hasher, SignInDelays delays, SignInTerms terms)
{
    // Longer than any name of an account.
    private const int LongestName = 256;
    private const int SecretBytes = 32;

    private static readonly StaffRow Nobody = new() { FullName = "", Role = Role.Manager };

    // Of a password that nobody knows, made by the same hasher with the same work.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<StaffRow>().HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes))));

    /// <summary>
    /// The person, when both fit. Refusals: WEB113 they do not, ACC101 wait, ACC102 disabled, ACC103 not confirmed yet; the last
    /// two only to the right password.
    /// </summary>
    public async Task<Outcome<StaffRow>> Try(string userName, string password, SignInFrom from, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        var name = Account(userName);
        var typed = password.Length > terms.LongestPassword ? "" : password;
        var staff = await users.FindByNameAsync(name);
        var doors = delays.Password(name, staff?.Id, from);
        if (await delays.Claim(doors, cancel) is { } wait)
        {
            hasher.VerifyHashedPassword(Nobody, NobodysHash.Value, typed);
            return wait;
        }

        // One verification, whoever it is.
        var fits = hasher.VerifyHashedPassword(staff ?? Nobody, staff?.PasswordHash ?? NobodysHash.Value, typed) != PasswordVerificationResult.Failed;
        if (staff?.PasswordHash is null || !fits)
        {
            await CountWrong(staff?.Id ?? Guid.Empty, cancel);
            return new Refusal("WEB113", "That name and password do not go together.", "userName");
        }

        await delays.Release(doors, cancel);
        return Against(staff) is { } refused ? refused : staff;
    }

    /// <summary>Why somebody who has shown who they are can still not come in; null when they can.</summary>
    public static Refusal? Against(StaffRow staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        return staff.IsDisabled ? new("ACC102", "This account is disabled. A manager of the clinic can enable it again.")
            : staff.IsAwaited ? new("ACC103", "A second person has to confirm your role first: a manager other than the one who invited you, a prescriber or the medical director. They find it under Today.")
            : null;
    }

    /// <summary>How an account is called where tries are counted.</summary>
    internal static string Account(string userName) => (userName.Trim() is { Length: > LongestName } tooLong ? tooLong[..LongestName] : userName.Trim()).ToUpperInvariant();

    /// <summary>For the person to see afterwards. Nobody's costs the same as somebody's.</summary>
    internal Task CountWrong(Guid id, CancellationToken cancel) => db.Set<StaffRow>().Where(row => row.Id == id)
        .ExecuteUpdateAsync(row => row.SetProperty(one => one.FailedTries, one => one.FailedTries + 1), cancel);
}
