using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Where somebody tries to come in from.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Device">The name in a workstation's own cookie; null where it has none.</param>
/// <param name="Knows">Who signed in there before.</param>
public sealed record SignInFrom(string Address, string? Device = null, IReadOnlyCollection<Guid>? Knows = null)
{
    public bool IsKnown(Guid? staff) => Device is not null && staff is { } id && Knows?.Contains(id) == true;
}

/// <summary>
/// Makes guessing slow, and nothing else: after some wrong tries each next one waits longer, counted by account and address.
/// A workstation at which the person signed in before has a count of its own, so that no stranger can lock it out.
/// </summary>
public sealed class SignInDelays(MooringDb db, SignInTerms terms, TimeProvider clock)
{
    // Of many at once each counts itself; who loses so often waits like everybody else.
    private const int MostRaces = 50;

    /// <summary>The doors of a password: one known workstation's own, or the address's, the account's and both together.</summary>
    internal IReadOnlyList<Door> Password(string account, Guid? staff, SignInFrom from) => from.IsKnown(staff)
        ? [new($"device {from.Device} {account}", account, terms.FreeTries)]
        : [
            new($"here {account} {from.Address}", account, terms.FreeTries),
            new($"account {account}", account, terms.FreeTriesAtAccount),
            new($"address {from.Address}", null, terms.FreeTriesFromAddress),
        ];

    /// <summary>The door of a code, behind the right password.</summary>
    internal IReadOnlyList<Door> Code(string account, Guid staff, SignInFrom from) =>
        [new(from.IsKnown(staff) ? $"code {from.Device} {account}" : $"code {account}", account, terms.FreeTries)];

    /// <summary>The door of who is signed in and has to say so again.</summary>
    internal IReadOnlyList<Door> Again(string account) => [new($"again {account}", account, terms.FreeTries)];

    /// <summary>Counts a try as wrong before it is judged, so that of many at once no more are judged than of many in turn. Refused, ACC101, while it has to wait.</summary>
    internal async Task<Refusal?> Claim(IReadOnlyList<Door> doors, CancellationToken cancel)
    {
        List<Door> claimed = [];
        foreach (var door in doors)
        {
            if (await Claim(door, cancel) is { } wait)
            {
                await GiveBack(claimed, cancel);
                return new("ACC101", $"Too many tries went wrong from here. Wait {Words(wait)}, then try again. A workstation at which you signed in before does not wait for others.");
            }

            claimed.Add(door);
        }

        return null;
    }

    /// <summary>It was right: the account's counts begin anew; the address's, which is others' as well, loses this one try.</summary>
    internal async Task Release(IReadOnlyList<Door> doors, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await GiveBack([.. doors.Where(door => door.Account is null)], cancel);
        var own = doors.Where(door => door.Account is not null).Select(door => door.Key).ToList();
        await db.Set<SignInDelayRow>().Where(row => own.Contains(row.Door))
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, 0).SetProperty(one => one.Until, now), cancel);
    }

    /// <summary>Forgets every wrong try at an account: a manager or the server's own machine lets the person try again.</summary>
    internal async Task Forget(string account, CancellationToken cancel)
    {
        var hash = Hash(account);
        await db.Set<SignInDelayRow>().Where(row => row.Account == hash).ExecuteDeleteAsync(cancel);
    }

    /// <summary>How long somebody still waits at this account somewhere; null for nobody.</summary>
    internal async Task<DateTimeOffset?> WaitsUntil(string account, CancellationToken cancel)
    {
        var (hash, now) = (Hash(account), clock.GetUtcNow());
        return await db.Set<SignInDelayRow>().Where(row => row.Account == hash && row.Until > now).Select(row => (DateTimeOffset?)row.Until).MaxAsync(cancel);
    }

    private async Task<TimeSpan?> Claim(Door door, CancellationToken cancel)
    {
        var (key, now) = (door.Key, clock.GetUtcNow());
        var old = now - terms.ForgottenAfter;
        for (var race = 0; race < MostRaces; race++)
        {
            if (await db.Set<SignInDelayRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Door == key, cancel) is not { } row)
            {
                await Begin(door, now, old, cancel);
                continue;
            }

            if (row.Until > now)
                return row.Until - now;
            var failures = (row.LastAt < old ? 0 : row.Failures) + 1;
            var until = now + terms.DelayAfter(failures, door.Free);
            if (await db.Set<SignInDelayRow>().Where(one => one.Door == key && one.Failures == row.Failures && one.Until == row.Until)
                .ExecuteUpdateAsync(one => one.SetProperty(it => it.Failures, failures).SetProperty(it => it.Until, until).SetProperty(it => it.LastAt, now), cancel) == 1)
                return null;
        }

        return terms.FirstDelay;
    }

    private async Task Begin(Door door, DateTimeOffset now, DateTimeOffset old, CancellationToken cancel)
    {
        await db.Set<SignInDelayRow>().Where(row => row.LastAt < old).ExecuteDeleteAsync(cancel);
        var (account, ticks) = (door.Account is null ? null : Hash(door.Account), now.UtcTicks);
        // Two may begin at once: the second finds the first one's.
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO sign_in_delays ("Door", "Account", "Failures", "Until", "LastAt") VALUES ({door.Key}, {account}, 0, {ticks}, {ticks}) ON CONFLICT DO NOTHING""", cancel);
    }

    private async Task GiveBack(IReadOnlyList<Door> doors, CancellationToken cancel)
    {
        var (keys, now) = (doors.Select(door => door.Key).ToList(), clock.GetUtcNow());
        if (keys.Count > 0)
        {
            await db.Set<SignInDelayRow>().Where(row => keys.Contains(row.Door) && row.Failures > 0)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, one => one.Failures - 1).SetProperty(one => one.Until, now), cancel);
        }
    }

    private static string Words(TimeSpan wait) => wait < TimeSpan.FromMinutes(2) ? $"{Math.Ceiling(wait.TotalSeconds):0} s" : $"{Math.Ceiling(wait.TotalMinutes):0} min";

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What is counted together.</summary>
    /// <param name="Account">Whose; null where it is any account's.</param>
    /// <param name="Free">How many wrong tries cost nothing.</param>
    internal sealed record Door(string Name, string? Account, int Free)
    {
        public string Key => Hash(Name);
    }
}
