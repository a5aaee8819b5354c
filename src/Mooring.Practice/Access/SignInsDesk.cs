using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Locking;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>
/// Sign-ins as the server knows them: begun, seen, locked, ended. A cookie whose sign-in is not here, or has ended, opens
/// nothing.
/// </summary>
public sealed class SignInsDesk(MooringDb db, SignInBell bell, TimeProvider clock)
{
    // Often enough that an idle limit of some minutes is kept to a few seconds, seldom enough that pages cost no write.
    private static readonly TimeSpan WrittenEvery = TimeSpan.FromSeconds(20);

    // So long that somebody who looks for a stranger's sign-in still finds it.
    private static readonly TimeSpan ShownFor = TimeSpan.FromDays(90);

    private const int MostShown = 100;

    /// <summary>Begins one, and says which. The clinic and the person of this scope must be entered.</summary>
    /// <param name="name">The random name that stands in the cookie.</param>
    public async Task<Guid> Begin(string name, Guid person, bool isPatient, string address, string device, DateTimeOffset endsAt, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var old = now - ShownFor;
        await db.Set<SignInRow>().Where(row => row.EndsAt < old).ExecuteDeleteAsync(cancel);
        var row = new SignInRow
        {
            Id = Guid.CreateVersion7(now),
            NameHash = Hash(name),
            PersonId = person,
            IsPatient = isPatient,
            BegunAt = now,
            ActiveAt = now,
            Address = address,
            Device = device,
            EndsAt = endsAt,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>The sign-in of this name, before anyone knows of which clinic; null when there is none, or it has ended.</summary>
    public async Task<SignInNow?> Find(string name, CancellationToken cancel)
    {
        var (hash, now) = (Hash(name), clock.GetUtcNow());
        return (await db.Set<SignInRow>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.NameHash == hash && row.EndedAt == null && row.EndsAt > now, cancel))?.AsNow();
    }

    /// <summary>Its person did something here. Nothing once it is locked: only saying who is there opens it again.</summary>
    public Task Active(SignInNow signIn, Workplace place, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        var now = clock.GetUtcNow();
        return now - signIn.ActiveAt < WrittenEvery && signIn.Place == place ? Task.CompletedTask : db.Set<SignInRow>()
            .Where(row => row.Id == signIn.Id && row.LockedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ActiveAt, now).SetProperty(one => one.Place, place), cancel);
    }

    /// <summary>Locks it since then; one that is locked stays as it is.</summary>
    public Task Lock(Guid id, DateTimeOffset since, CancellationToken cancel) => db.Set<SignInRow>()
        .Where(row => row.Id == id && row.LockedAt == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.LockedAt, (DateTimeOffset?)since), cancel);

    /// <summary>Its person has shown who they are.</summary>
    public Task Unlock(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Set<SignInRow>().Where(row => row.Id == id && row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.LockedAt, (DateTimeOffset?)null).SetProperty(one => one.ActiveAt, now), cancel);
    }

    /// <summary>Ends the sign-in of this name; a second time changes nothing.</summary>
    public Task End(string name, SignInEnding why, CancellationToken cancel)
    {
        var hash = Hash(name);
        return End(db.Set<SignInRow>().IgnoreQueryFilters().Where(row => row.NameHash == hash), why, cancel);
    }

    /// <summary>
    /// Ends one from the list. Theirs, or with the say over staff a colleague's. Refusals: LCK111 no such sign-in, WEB150 not theirs.
    /// </summary>
    public async Task<Outcome<int>> EndOne(Guid id, CancellationToken cancel)
    {
        if (await db.Set<SignInRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row)
            return new Refusal("LCK111", "There is no such sign-in here.");
        var isOwn = row.PersonId == db.Acting().Id;
        if (!isOwn && db.Unless(Right.ManageStaff) is { } notTheirs)
            return notTheirs;
        return await End(db.Set<SignInRow>().Where(one => one.Id == id), isOwn ? SignInEnding.EndedByOneself : SignInEnding.EndedByManager, cancel);
    }

    /// <summary>Ends every sign-in of somebody, but the one that asks when it is their own. How many ended.</summary>
    public Task<int> EndAll(Guid person, SignInEnding why, CancellationToken cancel)
    {
        var but = db.ClinicScope.Actor?.Id == person ? db.ClinicScope.SignIn : null;
        return End(db.Set<SignInRow>().Where(row => row.PersonId == person && row.Id != but), why, cancel);
    }

    /// <summary>The same asked from the list: one's own, or with the say over staff a colleague's. WEB150 otherwise.</summary>
    public async Task<Outcome<int>> EndAllOf(Guid person, CancellationToken cancel)
    {
        var isOwn = person == db.Acting().Id;
        return !isOwn && db.Unless(Right.ManageStaff) is { } notTheirs ? notTheirs : await EndAll(person, isOwn ? SignInEnding.EndedByOneself : SignInEnding.EndedByManager, cancel);
    }

    /// <summary>The sign-ins of somebody of the last 90 days, those that hold first. WEB150 for a colleague's without the say over staff.</summary>
    public async Task<Outcome<IReadOnlyList<SignInShown>>> Of(Guid person, CancellationToken cancel)
    {
        if (person != db.Acting().Id && db.Unless(Right.ManageStaff) is { } notTheirs)
            return notTheirs;
        var now = clock.GetUtcNow();
        var rows = await db.Set<SignInRow>().AsNoTracking().Where(row => row.PersonId == person).OrderByDescending(row => row.BegunAt).Take(MostShown).ToListAsync(cancel);
        return Outcome<IReadOnlyList<SignInShown>>.Done([.. rows.Select(row => row.AsShown(now)).OrderByDescending(shown => shown.IsLive)]);
    }

    // Row by row, so that the trail tells of each; the streams that hang on it hear of it at once.
    private async Task<int> End(IQueryable<SignInRow> which, SignInEnding why, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = await which.Where(row => row.EndedAt == null && row.EndsAt > now).ToListAsync(cancel);
        foreach (var row in rows)
            (row.EndedAt, row.EndedWhy) = (now, why);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody ended one of them in the same moment.
            db.ChangeTracker.Clear();
            return await End(which, why, cancel);
        }

        rows.ForEach(row => bell.Ring(row.Id));
        return rows.Count;
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
