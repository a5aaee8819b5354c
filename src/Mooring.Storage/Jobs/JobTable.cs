using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;

namespace Mooring.Storage.Jobs;

/// <summary>
/// Which jobs are due, and whose they are. A claim is one statement: PostgreSQL skips rows that another server is claiming
/// in the same moment, SQLite lets one writer at a time.
/// </summary>
internal sealed class JobTable(MooringDb db, TimeProvider clock)
{
    /// <summary>A server that died gives its jobs back after so long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private const int MostDoublings = 12;

    private long Now => clock.GetUtcNow().UtcTicks;

    /// <summary>Adds what is not there yet, due at once. Two servers may do it together.</summary>
    public async Task Add(string name, Id<Clinic>? clinic, CancellationToken cancel)
    {
        var id = IdOf(name, clinic);
        if (await db.Set<JobRow>().AnyAsync(row => row.Id == id, cancel))
            return;
        var (now, of) = (Now, clinic?.Value);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO jobs ("Id", "Name", "Clinic", "Due", "Attempts") VALUES ({id}, {name}, {of}, {now}, 0) ON CONFLICT ("Id") DO NOTHING""", cancel);
    }

    /// <summary>Makes it due now, unless somebody is at it.</summary>
    public async Task Bring(string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<JobRow>().AnyAsync(row => row.Name == name && row.Due > now && row.Attempts == 0, cancel))
            await db.Set<JobRow>().Where(row => row.Name == name && row.Due > now && row.Attempts == 0).ExecuteUpdateAsync(row => row.SetProperty(job => job.Due, now), cancel);
    }

    /// <summary>How many are due and nobody has them.</summary>
    public Task<int> CountDue(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Set<JobRow>().CountAsync(row => names.Contains(row.Name) && row.Due <= now && (row.LeasedUntil == null || row.LeasedUntil <= now), cancel);
    }

    /// <summary>Takes it for this server; null when it is not due, or another server has it.</summary>
    public async Task<JobClaim?> Claim(string name, Id<Clinic>? clinic, CancellationToken cancel)
    {
        var (id, holder, now, until) = (IdOf(name, clinic), Guid.CreateVersion7(clock.GetUtcNow()), Now, Now + Lease.Ticks);
        var taken = db.Database.IsNpgsql()
            ? await db.Database.ExecuteSqlAsync($"""
                UPDATE jobs SET "LeasedBy" = {holder}, "LeasedUntil" = {until} WHERE "Id" = (
                    SELECT "Id" FROM jobs WHERE "Id" = {id} AND "Due" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now}) FOR UPDATE SKIP LOCKED)
                """, cancel)
            : await db.Database.ExecuteSqlAsync($"""
                UPDATE jobs SET "LeasedBy" = {holder}, "LeasedUntil" = {until} WHERE "Id" = {id} AND "Due" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                """, cancel);
        return taken == 0 ? null : new(id, name, clinic, holder, await db.Set<JobRow>().Where(row => row.Id == id).Select(row => row.Attempts).SingleAsync(cancel));
    }

    /// <summary>Is it still ours? Then for longer.</summary>
    public async Task<bool> Lengthen(JobClaim claim, CancellationToken cancel)
    {
        var until = clock.GetUtcNow() + Lease;
        return await Ours(claim).ExecuteUpdateAsync(row => row.SetProperty(job => job.LeasedUntil, until), cancel) > 0;
    }

    /// <summary>Done, and due again after <paramref name="every"/>.</summary>
    public Task Done(JobClaim claim, TimeSpan every, CancellationToken cancel)
    {
        var (now, next) = (clock.GetUtcNow(), clock.GetUtcNow() + every);
        return Ours(claim).ExecuteUpdateAsync(
            row => row.SetProperty(job => job.Due, next).SetProperty(job => job.LastDone, now).SetProperty(job => job.Attempts, 0).SetProperty(job => job.LastError, (string?)null)
                .SetProperty(job => job.LeasedBy, (Guid?)null).SetProperty(job => job.LeasedUntil, (DateTimeOffset?)null),
            cancel);
    }

    /// <summary>Failed: tried again after a pause that doubles each time.</summary>
    public Task Failed(JobClaim claim, string error, CancellationToken cancel)
    {
        var (now, tries) = (clock.GetUtcNow(), claim.Attempts + 1);
        var next = now + PauseAfter(tries);
        return Ours(claim).ExecuteUpdateAsync(
            row => row.SetProperty(job => job.Due, next).SetProperty(job => job.LastFailed, now).SetProperty(job => job.Attempts, tries).SetProperty(job => job.LastError, error)
                .SetProperty(job => job.LeasedBy, (Guid?)null).SetProperty(job => job.LeasedUntil, (DateTimeOffset?)null),
            cancel);
    }

    /// <summary>Not begun or broken off at a stop of the server: given back as it was.</summary>
    public Task GiveBack(JobClaim claim, CancellationToken cancel) => Ours(claim).ExecuteUpdateAsync(
        row => row.SetProperty(job => job.LeasedBy, (Guid?)null).SetProperty(job => job.LeasedUntil, (DateTimeOffset?)null), cancel);

    public static TimeSpan PauseAfter(int tries)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(tries - 1, MostDoublings));
        return pause < LongestPause ? pause : LongestPause;
    }

    private IQueryable<JobRow> Ours(JobClaim claim) => db.Set<JobRow>().Where(row => row.Id == claim.Id && row.LeasedBy == claim.Holder);

    private static string IdOf(string name, Id<Clinic>? clinic) => clinic is { } one ? $"{name}/{one}" : name;
}
