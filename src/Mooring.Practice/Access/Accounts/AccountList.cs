using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>How somebody's account stands, for who manages staff or answers for privacy.</summary>
/// <param name="Factors">How many second factors; 0 lacks one.</param>
/// <param name="HasJoined">Whether they chose a password.</param>
/// <param name="WaitsUntil">After wrong passwords somewhere: no try is judged there before.</param>
/// <param name="ConfirmedBy">Who said yes to their roles beside whoever gave them; null where nobody had to, or nobody has yet.</param>
public sealed record AccountState(
    Guid Id, string Name, string UserName, IReadOnlyList<Role> Roles, bool IsDisabled, bool IsAwaited, bool HasJoined, int Factors, bool HasPasskey, DateTimeOffset? SignedInAt, DateTimeOffset? WaitsUntil, string? ConfirmedBy)
{
    /// <summary>Could come in, and lacks a second factor.</summary>
    public bool LacksFactor => !IsDisabled && HasJoined && Factors == 0;
}

/// <summary>All accounts of the clinic.</summary>
public sealed class AccountList(MooringDb db, SignInDelays delays)
{
    /// <summary>Refused, WEB150, to who neither manages staff nor reads the access log.</summary>
    public async Task<Outcome<IReadOnlyList<AccountState>>> All(CancellationToken cancel)
    {
        if (db.Unless(Right.ManageStaff) is { } refused && db.Unless(Right.ReadAccessLog) is not null)
            return refused;
        var clinic = db.Clinic;
        var people = await db.Set<StaffRow>().AsNoTracking().Where(row => row.ClinicId == clinic).OrderBy(row => row.FullName).ToListAsync(cancel);
        var factors = (await db.Set<FactorRow>().AsNoTracking().Select(row => new { row.StaffId, row.Kind }).ToListAsync(cancel)).ToLookup(row => row.StaffId, row => row.Kind);
        var confirmed = (await db.Set<RoleRequestRow>().AsNoTracking().Where(row => row.IsConfirmed).OrderBy(row => row.DecidedAt).Select(row => new { row.StaffId, row.DecidedBy }).ToListAsync(cancel))
            .ToLookup(row => row.StaffId, row => row.DecidedBy);
        List<AccountState> all = [];
        foreach (var row in people)
        {
            all.Add(new(
                row.Id, row.FullName, row.UserName ?? "", row.Roles, row.IsDisabled, row.IsAwaited, row.PasswordHash is not null, factors[row.Id].Count(), factors[row.Id].Contains(FactorKind.Passkey),
                row.SignedInAt, await delays.WaitsUntil(PasswordSignIn.Account(row.UserName ?? ""), cancel), confirmed[row.Id].LastOrDefault()));
        }

        return Outcome<IReadOnlyList<AccountState>>.Done(all);
    }
}
