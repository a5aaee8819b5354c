using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Mooring.Clinical;
using Mooring.Storage.Access;

namespace Mooring.Web.Tablets;

/// <summary>
/// A short PIN that a signed-in person sets for one tablet. It opens nothing by itself: it only says, on a screen that is
/// signed in already, that she is still the one before it. Kept as passwords are: salted and slowly hashed.
/// </summary>
internal sealed class TabletPins(UserManager<StaffRow> users, IPasswordHasher<StaffRow> hasher)
{
    private const string Name = "pin";
    private const int Shortest = 4;
    private const int Longest = 12;

    public async Task<bool> Has(Guid person, Guid tablet) => await Kept(person, tablet) is { Hash: not null };

    /// <summary>WEB132 when it is no PIN.</summary>
    public async Task<Refusal?> Set(Guid person, Guid tablet, string pin)
    {
        if (pin.Length is < Shortest or > Longest || !pin.All(char.IsAsciiDigit))
            return new("WEB132", string.Create(CultureInfo.InvariantCulture, $"A PIN is {Shortest} to {Longest} digits."), "pin");
        if (await users.FindByIdAsync(person.ToString()) is not { } staff)
            return new("WEB132", "Sign in again first.", "pin");
        await users.SetAuthenticationTokenAsync(staff, Place(tablet), Name, hasher.HashPassword(staff, pin));
        return null;
    }

    /// <summary>Wrong ones count as wrong passwords do, and lock for a growing while; the right one opens until then.</summary>
    public async Task<bool> IsRight(Guid person, Guid tablet, string pin)
    {
        if (await Kept(person, tablet) is not { Staff: { } staff, Hash: { } hash } || await users.IsLockedOutAsync(staff))
            return false;
        if (hasher.VerifyHashedPassword(staff, hash, pin) == PasswordVerificationResult.Failed)
        {
            await users.AccessFailedAsync(staff);
            return false;
        }

        await users.ResetAccessFailedCountAsync(staff);
        return true;
    }

    private async Task<(StaffRow? Staff, string? Hash)> Kept(Guid person, Guid tablet) =>
        await users.FindByIdAsync(person.ToString()) is { } staff
            ? (staff, await users.GetAuthenticationTokenAsync(staff, Place(tablet), Name))
            : default;

    private static string Place(Guid tablet) => $"tablet {tablet}";
}
