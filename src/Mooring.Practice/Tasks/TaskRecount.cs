using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Counts the tasks of patients, each in a scope and a transaction of its own.</summary>
public sealed class TaskRecount(IServiceScopeFactory scopes, ILogger<TaskRecount> log) : IAsyncDisposable
{
    private const int MostTries = 4;

    private readonly ConcurrentDictionary<Task, byte> running = new();

    /// <summary>Nobody who saved something waits longer than so for the list.</summary>
    internal static TimeSpan Longest { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Counts them now. It never throws: whoever could not be counted stays marked, and the job comes back to them.</summary>
    /// <param name="by">By whose act it became necessary; it stands in the audit trail.</param>
    internal Task Soon(Id<Clinic> clinic, Actor? by, IReadOnlyList<Id<Patient>> patients)
    {
        var counted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        running[counted.Task] = 0;
        _ = Task.Run(async () =>
        {
            foreach (var patient in patients)
                await Quietly(clinic, by, patient);
            running.TryRemove(counted.Task, out _);
            counted.SetResult();
        });
        return counted.Task;
    }

    /// <summary>Counts one patient's. Where somebody else counted or took one meanwhile, it looks again.</summary>
    /// <exception cref="DbUpdateException">It could not be kept.</exception>
    internal async Task Of(Id<Clinic> clinic, Actor? by, Id<Patient> patient, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic, by);
            try
            {
                await scope.ServiceProvider.GetRequiredService<TaskCount>().Of(patient, cancel);
                return;
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Another count, or a person, was faster; what holds now is asked again.
            }
        }
    }

    /// <summary>When whatever is being counted at this moment is counted.</summary>
    public Task Settled() => Task.WhenAll(running.Keys);

    public async ValueTask DisposeAsync() => await Settled();

    private async Task Quietly(Id<Clinic> clinic, Actor? by, Id<Patient> patient)
    {
        try
        {
            await Of(clinic, by, patient, CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogDebug(failure, "The tasks of a patient were not counted; they stay marked, and the job comes back to them.");
        }
    }
}
