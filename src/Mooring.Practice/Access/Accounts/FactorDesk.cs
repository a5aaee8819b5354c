using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>A second factor as its owner sees it.</summary>
public sealed record Factor(Guid Id, FactorKind Kind, string Name, DateTimeOffset AddedAt);

/// <summary>Everything that somebody signs in with beside the password.</summary>
/// <param name="CodesLeft">Recovery codes that are not used.</param>
public sealed record FactorsOf(IReadOnlyList<Factor> All, int CodesLeft)
{
    public bool HasApp => All.Any(factor => factor.Kind == FactorKind.App);

    public bool HasPasskey => All.Any(factor => factor.Kind == FactorKind.Passkey);
}

/// <summary>
/// Adds, names and removes the second factors of the person who acts. With each change every sign-in of before ends; the
/// caller opens the present one anew.
/// </summary>
public sealed class FactorDesk(MooringDb db, UserManager<StaffRow> users, FactorProof proof, SignInsDesk signIns, SignInTerms terms, TimeProvider clock)
{
    public const int NameLength = 60;

    public async Task<FactorsOf> Of(Guid staff, CancellationToken cancel)
    {
        var rows = await db.Set<FactorRow>().AsNoTracking().IgnoreQueryFilters().Where(row => row.StaffId == staff).OrderBy(row => row.AddedAt).ToListAsync(cancel);
        var person = rows.Count == 0 ? null : await users.FindByIdAsync(staff.ToString());
        return new([.. rows.Select(row => new Factor(row.Id, row.Kind, row.Name, row.AddedAt))], person is null ? 0 : await users.CountRecoveryCodesAsync(person));
    }

    /// <summary>A new secret for an app: nothing is kept until a code of it was typed.</summary>
    public string NewKey() => users.GenerateNewAuthenticatorKey();

    /// <summary>
    /// Takes an app whose code shows that it has the secret, in place of one that was there. The new recovery codes when there
    /// were none, else none. Refusals: ACC105 the code, ACC106 the name.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<string>>> AddApp(Guid id, string key, string code, string name, CancellationToken cancel)
    {
        if ((UnlessOwn(db, id) ?? Against(name)) is { } refused)
            return refused;
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        if (await Enter(id, cancel) is not { } staff)
            return Gone;
        await users.SetAuthenticationTokenAsync(staff, "[AspNetUserStore]", "AuthenticatorKey", key);
        if (!await proof.IsOfApp(staff, string.Concat((code ?? "").Where(char.IsAsciiDigit)), cancel))
        {
            // The secret of before stays; what this context still remembers of the new one is let go.
            await all.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            return new Refusal("ACC105", "That is not the code which the app shows now. Codes change every half minute; the clock of the phone has to be right.", "code");
        }

        db.RemoveRange(await db.Set<FactorRow>().Where(row => row.StaffId == id && row.Kind == FactorKind.App).ToListAsync(cancel));
        Add(staff, FactorKind.App, name, null);
        var codes = await Settled(staff, cancel);
        await all.CommitAsync(cancel);
        return Outcome<IReadOnlyList<string>>.Done(codes);
    }

    /// <summary>Keeps a passkey whose ceremony was passed. Refusals: ACC106 the name, ACC107 there are too many.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> AddPasskey(Guid id, UserPasskeyInfo passkey, string name, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        if ((UnlessOwn(db, id) ?? Against(name)) is { } refused)
            return refused;
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        if (await Enter(id, cancel) is not { } staff)
            return Gone;
        if (await db.Set<FactorRow>().CountAsync(row => row.StaffId == id && row.Kind == FactorKind.Passkey, cancel) >= terms.MostPasskeys)
            return new Refusal("ACC107", $"There are {terms.MostPasskeys} passkeys already. Remove one that is not used.", "name");
        passkey.Name = name.Trim();
        if (!(await users.AddOrUpdatePasskeyAsync(staff, passkey)).Succeeded)
            return Gone;
        Add(staff, FactorKind.Passkey, name, passkey.CredentialId);
        var codes = await Settled(staff, cancel);
        await all.CommitAsync(cancel);
        return Outcome<IReadOnlyList<string>>.Done(codes);
    }

    /// <summary>Refusals: ACC106 the name, ACC108 it is not there.</summary>
    public async Task<Outcome<Factor>> Rename(Guid id, Guid factor, string name, CancellationToken cancel)
    {
        if ((UnlessOwn(db, id) ?? Against(name)) is { } refused)
            return refused;
        if (await db.Set<FactorRow>().SingleOrDefaultAsync(row => row.Id == factor && row.StaffId == id, cancel) is not { } kept)
            return NotThere;
        kept.Name = name.Trim();
        await db.SaveChangesAsync(cancel);
        return new Factor(kept.Id, kept.Kind, kept.Name, kept.AddedAt);
    }

    /// <summary>Refusals: ACC108 it is not there, ACC109 it is the last one while one is required.</summary>
    public async Task<Outcome<FactorKind>> Remove(Guid id, Guid factor, CancellationToken cancel)
    {
        if (UnlessOwn(db, id) is { } refused)
            return refused;
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        if (await Enter(id, cancel) is not { } staff)
            return Gone;
        var kept = await db.Set<FactorRow>().Where(row => row.StaffId == id).ToListAsync(cancel);
        if (kept.Find(row => row.Id == factor) is not { } gone)
            return NotThere;
        if (kept.Count == 1 && terms.NeedsSecondFactor)
            return new Refusal("ACC109", "This is your only second factor, and one is required here. Add another first.");
        await Drop(staff, gone, cancel);
        if (kept.Count == 1)
            await users.SetTwoFactorEnabledAsync(staff, false);
        await db.SaveChangesAsync(cancel);
        await users.UpdateSecurityStampAsync(staff);
        await signIns.EndAll(staff.Id, SignInEnding.FactorChanged, cancel);
        await all.CommitAsync(cancel);
        return gone.Kind;
    }

    /// <summary>New recovery codes; those of before open nothing any more. Refused, ACC110, without a second factor.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> NewCodes(Guid id, CancellationToken cancel)
    {
        if (UnlessOwn(db, id) is { } refused)
            return refused;
        if (await Enter(id, cancel) is not { } staff)
            return Gone;
        if (!await db.Set<FactorRow>().AnyAsync(row => row.StaffId == id, cancel))
            return new Refusal("ACC110", "Recovery codes stand in for a second factor. Set one up first.");
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(staff, terms.RecoveryCodes))!.ToList();
        await users.UpdateSecurityStampAsync(staff);
        await signIns.EndAll(staff.Id, SignInEnding.FactorChanged, cancel);
        return Outcome<IReadOnlyList<string>>.Done(codes);
    }

    /// <summary>Takes away every factor and code of somebody, in the caller's transaction.</summary>
    internal async Task RemoveAll(StaffRow staff, CancellationToken cancel)
    {
        foreach (var row in await db.Set<FactorRow>().Where(row => row.StaffId == staff.Id).ToListAsync(cancel))
            await Drop(staff, row, cancel);
        await users.RemoveAuthenticationTokenAsync(staff, "[AspNetUserStore]", "RecoveryCodes");
        await users.SetTwoFactorEnabledAsync(staff, false);
        await db.SaveChangesAsync(cancel);
    }

    private async Task Drop(StaffRow staff, FactorRow row, CancellationToken cancel)
    {
        if (row.Kind == FactorKind.App)
            await users.RemoveAuthenticationTokenAsync(staff, "[AspNetUserStore]", "AuthenticatorKey");
        else
            await users.RemovePasskeyAsync(staff, row.CredentialId!);
        db.Remove(row);
        await db.SaveChangesAsync(cancel);
    }

    // Who acts for themselves is of their own clinic, also in the step between password and second factor.
    private async Task<StaffRow?> Enter(Guid id, CancellationToken cancel)
    {
        var staff = await users.Users.SingleOrDefaultAsync(row => row.Id == id && !row.IsDisabled, cancel);
        if (staff is not null && db.Clinic == default)
            db.ClinicScope.Enter(staff.ClinicId, db.ClinicScope.Actor ?? new Actor(staff.Id, staff.FullName, staff.Role));
        return staff;
    }

    private void Add(StaffRow staff, FactorKind kind, string name, byte[]? credential)
    {
        var now = clock.GetUtcNow();
        db.Add(new FactorRow { Id = Guid.CreateVersion7(now), StaffId = staff.Id, Kind = kind, Name = name.Trim(), AddedAt = now, CredentialId = credential });
    }

    // The first factor brings recovery codes; each ends the sign-ins of before.
    private async Task<IReadOnlyList<string>> Settled(StaffRow staff, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await users.SetTwoFactorEnabledAsync(staff, true);
        IReadOnlyList<string> codes = await users.CountRecoveryCodesAsync(staff) > 0 ? [] : [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(staff, terms.RecoveryCodes))!];
        await users.UpdateSecurityStampAsync(staff);
        await signIns.EndAll(staff.Id, SignInEnding.FactorChanged, cancel);
        return codes;
    }

    private static Refusal? Against(string name) => name?.Trim().Length is > 0 and <= NameLength ? null
        : new("ACC106", $"Give it a name by which you know it again, in {NameLength} letters at most.", "name");

    /// <summary>Nobody's account is anybody else's; between password and second factor nobody acts yet, and the door knows who it is.</summary>
    internal static Refusal? UnlessOwn(MooringDb db, Guid id) => db.ClinicScope.Actor is { } by && by.Id != id ? new("ACC126", "That account is not yours.") : null;

    private static Refusal Gone { get; } = new("ACC111", "This account can not be changed now. Sign in again.");

    private static Refusal NotThere { get; } = new("ACC108", "That second factor is not yours, or was removed already.");
}
