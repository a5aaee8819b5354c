using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Storage.Accounts;

namespace Mooring.Web.Tablets;

/// <summary>
/// A short PIN that a signed-in person sets for one tablet. It opens nothing by itself: it only says, on a screen that is
/// signed in already, that it is still the one before it. Kept as passwords are: salted and slowly hashed.
/// </summary>
internal sealed class TabletPins(UserManager<StaffRow> users, IPasswordHasher<StaffRow> hasher)
{
    private const string Name = StaffDesk.PinName;
    private const int Shortest = 4;
    private const int Longest = 12;

    /// <summary>WEB137 when it is no PIN, WEB138 when that person is not on the staff any more.</summary>
    public async Task<Refusal?> Set(Guid person, Guid tablet, string pin)
    {
        if (pin.Length is < Shortest or > Longest || !pin.All(char.IsAsciiDigit))
            return new("WEB137", string.Create(CultureInfo.InvariantCulture, $"A PIN is {Shortest} to {Longest} digits."), "pin");
        if (await users.FindByIdAsync(person.ToString()) is not { } staff)
            return new("WEB138", "Sign in again first.", "pin");
        await users.SetAuthenticationTokenAsync(staff, Place(tablet), Name, hasher.HashPassword(staff, pin));
        return null;
    }

    /// <summary>Wrong ones count as wrong passwords do, and lock for a growing while; the right one opens until then.</summary>
    public async Task<bool> IsRight(Guid person, Guid tablet, string pin)
    {
        if (await users.FindByIdAsync(person.ToString()) is not { } staff
            || await users.GetAuthenticationTokenAsync(staff, Place(tablet), Name) is not { } hash
            || await users.IsLockedOutAsync(staff))
            return false;
        if (hasher.VerifyHashedPassword(staff, hash, pin) == PasswordVerificationResult.Failed)
        {
            await users.AccessFailedAsync(staff);
            return false;
        }

        await users.ResetAccessFailedCountAsync(staff);
        return true;
    }

    /// <summary>Does this PIN fit what was kept of one?</summary>
    public bool Fits(StaffRow staff, string hash, string pin) => hasher.VerifyHashedPassword(staff, hash, pin) != PasswordVerificationResult.Failed;

    private static string Place(Guid tablet) => $"tablet {tablet}";
}
