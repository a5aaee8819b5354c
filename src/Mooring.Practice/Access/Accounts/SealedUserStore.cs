using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>
/// Identity's own store, which would keep the secret of an app and the recovery codes in clear: here they are sealed by the
/// keys that also seal cookies, and bound to their person. Who has the database alone signs in as nobody.
/// </summary>
internal sealed class SealedUserStore(MooringDb db, IDataProtectionProvider keys, IdentityErrorDescriber errors) : UserOnlyStore<StaffRow, MooringDb, Guid>(db, errors)
{
    // As Identity calls them.
    private static readonly string[] Secrets = ["AuthenticatorKey", "RecoveryCodes"];

    public override Task SetTokenAsync(StaffRow user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null || !Secrets.Contains(name) ? value : For(user, name).Protect(value), cancellationToken);

    /// <exception cref="CryptographicException">It was sealed by keys that are not here, or moved from somebody else.</exception>
    public override async Task<string?> GetTokenAsync(StaffRow user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { Length: > 0 } kept && Secrets.Contains(name)
            ? For(user, name).Unprotect(kept)
            : await base.GetTokenAsync(user, loginProvider, name, cancellationToken);

    private IDataProtector For(StaffRow user, string name) => keys.CreateProtector("sign-in factor", user.Id.ToString(), name);
}
