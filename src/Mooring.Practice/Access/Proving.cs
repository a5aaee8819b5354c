using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Signing;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access;

/// <summary>Whether it is still the person who is signed in: by their PIN, or by their password.</summary>
public sealed class Proving(MooringDb db, UserManager<StaffRow> users, IPasswordHasher<StaffRow> hasher, TimeProvider clock)
{
    private const int MostWrong = 5;

    /// <summary>
    /// Judges what was typed. Refusals: SGN101 nothing, SGN102 neither, SGN103 the PIN is shut after five wrong ones, SGN104 there
    /// is no PIN yet.
    /// </summary>
    public async Task<Outcome<ProofKind>> Prove(Guid id, string? typed, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(typed))
            return new Refusal("SGN101", "Write your PIN or your password.", At);
        if (await users.FindByIdAsync(id.ToString()) is not { IsDisabled: false } staff || staff.ClinicId != db.Clinic)
            return Wrong;
        return PinRule.LooksLikeOne(typed) ? await ByPin(staff, typed, cancel) : await ByPassword(staff, typed, cancel);
    }

    /// <summary>Whether somebody has a PIN, so that a page can ask for it.</summary>
    public Task<bool> HasPin(Guid id, CancellationToken cancel) => db.Set<PinRow>().AnyAsync(row => row.StaffId == id, cancel);

    /// <summary>
    /// Sets the PIN of the person who acts, who shows by the password or the PIN of before that it is they. Refusals: those of
    /// <see cref="Prove"/>, SGN111, SGN112.
    /// </summary>
    public async Task<Outcome<bool>> SetPin(string? secret, string pin, CancellationToken cancel)
    {
        var id = db.Acting().Id;
        var staff = await users.FindByIdAsync(id.ToString());
        // Who came in by a link of a demonstration has neither yet.
        var isFirst = staff?.PasswordHash is null && !await HasPin(id, cancel);
        if (!isFirst && await Prove(id, secret, cancel) is { IsDone: false } wrong)
            return Outcome<bool>.Refuse([.. wrong.Refusals.Select(refusal => refusal with { At = "secret" })]);
        if (PinRule.Against(pin) is { } notOne)
            return notOne;
        await Keep(staff!, pin, cancel);
        return true;
    }

    /// <summary>Gives somebody a PIN: for invented clinics, and for whoever sets an account up.</summary>
    public async Task Keep(StaffRow staff, string pin, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var (hash, now) = (hasher.HashPassword(staff, pin), clock.GetUtcNow());
        if (await db.Set<PinRow>().SingleOrDefaultAsync(row => row.StaffId == staff.Id, cancel) is { } row)
            (row.PinHash, row.SetAt, row.Wrong) = (hash, now, 0);
        else
            db.Add(new PinRow { StaffId = staff.Id, PinHash = hash, SetAt = now });
        await db.SaveChangesAsync(cancel);
    }

    private const string At = "pin";

    private static Refusal Wrong { get; } = new("SGN102", "That is neither your PIN nor your password. What you typed besides is still here.", At);

    // Counted by the database before it is judged: of many at once, five are judged.
    private async Task<Outcome<ProofKind>> ByPin(StaffRow staff, string typed, CancellationToken cancel)
    {
        var mine = db.Set<PinRow>().Where(row => row.StaffId == staff.Id);
        if (await mine.Where(row => row.Wrong < MostWrong).ExecuteUpdateAsync(row => row.SetProperty(one => one.Wrong, one => one.Wrong + 1), cancel) == 0)
        {
            return await mine.AnyAsync(cancel)
                ? new Refusal("SGN103", "The PIN was wrong five times and is shut. Write your password; it opens the PIN again.", At)
                : new Refusal("SGN104", "You have no PIN yet. Write your password, and set a PIN in your account.", At);
        }

        var hash = await mine.AsNoTracking().Select(row => row.PinHash).SingleAsync(cancel);
        if (hasher.VerifyHashedPassword(staff, hash, typed) == PasswordVerificationResult.Failed)
            return Wrong;
        await Open(staff.Id, cancel);
        return ProofKind.Pin;
    }

    private async Task<Outcome<ProofKind>> ByPassword(StaffRow staff, string typed, CancellationToken cancel)
    {
        if (await users.IsLockedOutAsync(staff))
            return Wrong;
        if (!await users.CheckPasswordAsync(staff, typed))
        {
            await users.AccessFailedAsync(staff);
            return Wrong;
        }

        await users.ResetAccessFailedCountAsync(staff);
        await Open(staff.Id, cancel);
        return ProofKind.Password;
    }

    private Task Open(Guid id, CancellationToken cancel) => db.Set<PinRow>().Where(row => row.StaffId == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Wrong, 0), cancel);
}
