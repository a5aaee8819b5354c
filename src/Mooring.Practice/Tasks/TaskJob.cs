using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Jobs;

namespace Mooring.Practice.Tasks;

/// <summary>
/// Counts the tasks whose moment has come: of those for whom time alone changed something, whom a crash or a full house left
/// uncounted, and who were here before there was a work list.
/// </summary>
internal sealed class TaskJob(MooringDb db, TaskRecount recount, TimeProvider clock) : Job
{
    private const int AtOnce = 100;

    public override string Name => "tasks";

    public override TimeSpan Every => TimeSpan.FromMinutes(1);

    public override bool IsForEachClinic => true;

    public override bool IsDueAtStart => true;

    /// <exception cref="AggregateException">Some could not be counted; all the others were.</exception>
    public override async Task Run(CancellationToken cancel)
    {
        List<Exception> failures = [];
        HashSet<Id<Patient>> counted = [];
        while (await Due(counted, cancel) is { Count: > 0 } patients)
        {
            foreach (var patient in patients)
            {
                cancel.ThrowIfCancellationRequested();
                counted.Add(patient);
                try
                {
                    await recount.Of(db.Clinic, null, patient, cancel);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    failures.Add(failure);
                }
            }
        }

        if (failures.Count > 0)
            throw new AggregateException($"The tasks of {failures.Count} patients could not be counted.", failures);
    }

    private async Task<IReadOnlyList<Id<Patient>>> Due(HashSet<Id<Patient>> counted, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var marked = await db.Set<TaskMarkRow>().AsNoTracking().Where(row => row.Due <= now).OrderBy(row => row.Due).Select(row => row.PatientId).ToListAsync(cancel);
        var unknown = await db.Set<PatientRow>().AsNoTracking().Where(row => !db.Set<TaskMarkRow>().Any(mark => mark.PatientId == row.Id)).Select(row => row.Id).ToListAsync(cancel);
        return [.. marked.Concat(unknown).Distinct().Where(patient => !counted.Contains(patient)).Take(AtOnce)];
    }
}
