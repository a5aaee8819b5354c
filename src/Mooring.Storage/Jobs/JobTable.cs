using Microsoft.EntityFrameworkCore;

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

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private const int MostDoublings = 12;

    private long Now => clock.GetUtcNow().UtcTicks;

    /// <summary>Those of these that are due and that nobody has, in one question; what is not in the table yet is added, and due at once.</summary>
    public async Task<IReadOnlyList<JobName>> Due(IReadOnlyList<JobName> all, CancellationToken cancel)
    {
        var names = all.Select(job => job.Name).Distinct().ToList();
        var rows = await db.Set<JobRow>().AsNoTracking().Where(row => names.Contains(row.Name)).ToDictionaryAsync(row => row.Id, cancel);
        foreach (var job in all.Where(job => !rows.ContainsKey(job.Id)))
            await Add(job, cancel);
        var now = clock.GetUtcNow();
        return [.. all.Where(job => !rows.TryGetValue(job.Id, out var row) || (row.Due <= now && !(row.LeasedUntil > now)))];
    }

    /// <summary>Makes it due now, unless somebody is at it.</summary>
    public async Task Bring(string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<JobRow>().AnyAsync(row => row.Name == name && row.Due > now && row.Attempts == 0, cancel))
            await db.Set<JobRow>().Where(row => row.Name == name && row.Due > now && row.Attempts == 0).ExecuteUpdateAsync(row => row.SetProperty(job => job.Due, now), cancel);
    }

    /// <summary>Takes it for this server; null when it is not due, or another server has it.</summary>
    public async Task<JobClaim?> Claim(JobName job, CancellationToken cancel)
    {
        var (id, holder, now, until) = (job.Id, Guid.CreateVersion7(clock.GetUtcNow()), Now, Now + Lease.Ticks);
        var taken = db.Database.IsNpgsql()
            ? await db.Database.ExecuteSqlAsync($"""
                UPDATE jobs SET "LeasedBy" = {holder}, "LeasedUntil" = {until} WHERE "Id" = (
                    SELECT "Id" FROM jobs WHERE "Id" = {id} AND "Due" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now}) FOR UPDATE SKIP LOCKED)
                """, cancel)
            : await db.Database.ExecuteSqlAsync($"""
                UPDATE jobs SET "LeasedBy" = {holder}, "LeasedUntil" = {until} WHERE "Id" = {id} AND "Due" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                """, cancel);
        return taken == 0 ? null : new(job, holder, await db.Set<JobRow>().Where(row => row.Id == id).Select(row => row.Attempts).SingleAsync(cancel));
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

    /// <summary>Somebody's act was faster: done again in a moment, and no failure.</summary>
    public Task Overtaken(JobClaim claim, CancellationToken cancel)
    {
        var next = clock.GetUtcNow() + Moment;
        return Ours(claim).ExecuteUpdateAsync(
            row => row.SetProperty(job => job.Due, next).SetProperty(job => job.Attempts, claim.Attempts + 1)
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

    // Two servers may do it together.
    private Task Add(JobName job, CancellationToken cancel)
    {
        var (now, of) = (Now, job.Clinic?.Value);
        return db.Database.ExecuteSqlAsync($"""INSERT INTO jobs ("Id", "Name", "Clinic", "Due", "Attempts") VALUES ({job.Id}, {job.Name}, {of}, {now}, 0) ON CONFLICT ("Id") DO NOTHING""", cancel);
    }

    private IQueryable<JobRow> Ours(JobClaim claim) => db.Set<JobRow>().Where(row => row.Id == claim.Job.Id && row.LeasedBy == claim.Holder);
}
