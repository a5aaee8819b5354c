using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Privacy;

namespace Mooring.Practice.Tasks;

/// <summary>
/// What stands in a list about a restricted chart for whoever is not on its care team: that something waits, and whose it is.
/// That somebody may come to harm stays to be seen, so that it is not missed.
/// </summary>
public sealed class RestrictedTasks(ChartAccess access)
{
    public async Task<IReadOnlyList<WaitingTask>> Shown(IReadOnlyList<WaitingTask> tasks, CancellationToken cancel)
    {
        var shut = await access.ShutOf([.. tasks.Where(task => !IsOpen(task)).Select(task => new Id<Patient>(task.Patient))], cancel);
        return shut.Count == 0 ? tasks : [.. tasks.Select(task => !IsOpen(task) && shut.Contains(new(task.Patient)) ? Covered(task) : task)];
    }

    /// <summary>Whether the chart is shut to whoever acts.</summary>
    public async Task<bool> IsShut(Id<Patient> patient, CancellationToken cancel) => (await access.ShutOf([patient], cancel)).Count > 0;

    // It says nothing of what stands in the chart, and is done without it.
    private static bool IsOpen(WaitingTask task) => task.Kind is TaskKind.SayWhyOpened or TaskKind.ReviewOpening or TaskKind.PrivacyRequestDue;

    private static WaitingTask Covered(WaitingTask task) => task with
    {
        Title = $"Restricted chart: {task.Name}",
        Says = "Something waits in this chart. Its care team sees what; open it with a reason if nobody of them is here.",
        Kind = TaskKind.RestrictedChart,
        Act = "",
        PutOffReason = null,
    };
}
