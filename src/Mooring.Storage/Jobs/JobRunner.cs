using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;

namespace Mooring.Storage.Jobs;

/// <summary>How a job went on this server since it started.</summary>
public sealed record JobCount(string Name, long Done, long Failed);

/// <summary>Does the jobs that are due and that no other server does, one after the other.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
{
    // Whoever is overtaken each time has another fault than bad luck.
    private const int MostOvertaken = 5;

    private readonly ConcurrentDictionary<string, JobCount> counts = new(StringComparer.Ordinal);
    private bool hasStarted;

    /// <summary>By job, for whoever operates the server.</summary>
    public IReadOnlyList<JobCount> Counts => [.. counts.Values];

    /// <summary>Jobs that were due and not yet begun at the last look.</summary>
    public int Waiting { get; private set; }

    /// <summary>One round: whatever is due now. How many jobs were done.</summary>
    /// <param name="clinics">The clinics of this house.</param>
    /// <exception cref="System.Data.Common.DbException">The table of jobs can not be read or written; the next round tries again.</exception>
    public async Task<int> Round(IReadOnlyList<Id<Clinic>> clinics, CancellationToken cancel)
    {
        var due = await Due(clinics, cancel);
        var done = 0;
        foreach (var job in due)
        {
            cancel.ThrowIfCancellationRequested();
            if (await InTable(table => table.Claim(job, cancel)) is { } claim)
                done += await Do(claim, cancel) ? 1 : 0;
            Waiting--;
        }

        return done;
    }

    private async Task<IReadOnlyList<JobName>> Due(IReadOnlyList<Id<Clinic>> clinics, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (table, jobs) = (Table(scope.ServiceProvider), scope.ServiceProvider.GetServices<Job>().ToList());
        foreach (var job in jobs.Where(job => job.IsDueAtStart && !hasStarted))
            await table.Bring(job.Name, cancel);

        hasStarted = true;
        var due = await table.Due(
            [.. jobs.SelectMany(job => job.IsForEachClinic ? clinics.Select(clinic => new JobName(job.Name, clinic)) : [new(job.Name, null)])], cancel);
        Waiting = due.Count;
        return due;
    }

    private async Task<bool> Do(JobClaim claim, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(claim.Job.Clinic ?? default, null);
        var job = scope.ServiceProvider.GetServices<Job>().Single(one => one.Name == claim.Job.Name);
        using var ours = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var held = Hold(claim, ours);
        try
        {
            await job.Run(ours.Token);
            await InTable(table => table.Done(claim, job.Every, CancellationToken.None));
            Count(claim.Job.Name, done: 1);
            return true;
        }
        catch (ObjectDisposedException)
        {
            // The server is gone under it; the claim runs out.
            throw;
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // A stop is no failure, and nobody has to wait for the lease to run out.
            await GiveBack(claim);
            throw new OperationCanceledException(cancel);
        }
        catch (Exception failure) when (IsOvertaken(failure) && claim.Attempts < MostOvertaken)
        {
            log.LogDebug("The job {Job} was overtaken by an act of somebody; it is done again in a moment.", claim.Job.Id);
            await InTable(table => table.Overtaken(claim, CancellationToken.None));
            return false;
        }
        catch (Exception failure)
        {
            Count(claim.Job.Name, failed: 1);
            log.LogError(failure, "The job {Job} failed for the {Times}. time; it is tried again in {Pause}.", claim.Job.Id, claim.Attempts + 1, JobTable.PauseAfter(claim.Attempts + 1));
            await InTable(table => table.Failed(claim, failure.GetType().Name, CancellationToken.None));
            return false;
        }
        finally
        {
            await ours.CancelAsync();
            await held;
        }
    }

    // What it had read was changed by somebody before it wrote: nothing was kept, and nothing is wrong.
    private static bool IsOvertaken(Exception failure) =>
        failure is DbUpdateConcurrencyException || (failure is AggregateException { InnerExceptions: { Count: > 0 } all } && all.All(IsOvertaken));

    // As long as it works its claim is made longer; one that was lost, because this server stood still, ends the work.
    private async Task Hold(JobClaim claim, CancellationTokenSource ours)
    {
        try
        {
            using var timer = new PeriodicTimer(JobTable.Lease / 3, clock);
            while (await timer.WaitForNextTickAsync(ours.Token))
            {
                if (!await InTable(table => table.Lengthen(claim, ours.Token)))
                    await ours.CancelAsync();
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // It is done, or the server is gone.
        }
        catch (System.Data.Common.DbException failure)
        {
            log.LogWarning(failure, "The claim on the job {Job} could not be made longer; it is broken off.", claim.Job.Id);
            await ours.CancelAsync();
        }
    }

    private async Task GiveBack(JobClaim claim)
    {
        try
        {
            await InTable(table => table.GiveBack(claim, CancellationToken.None));
        }
        catch (System.Data.Common.DbException failure)
        {
            log.LogDebug(failure, "The job {Job} was not given back; its claim runs out.", claim.Job.Id);
        }
    }

    private void Count(string name, int done = 0, int failed = 0) => counts.AddOrUpdate(
        name, _ => new(name, done, failed), (_, before) => before with { Done = before.Done + done, Failed = before.Failed + failed });

    private async Task<T> InTable<T>(Func<JobTable, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(Table(scope.ServiceProvider));
    }

    private async Task InTable(Func<JobTable, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(Table(scope.ServiceProvider));
    }

    private JobTable Table(IServiceProvider services) => new(services.GetRequiredService<MooringDb>(), clock);
}
