using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Practice.Access;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>What waits for a person, read from the rows of the work list in one question; asked once for a page.</summary>
public sealed class WaitingDesk(MooringDb db, CurrentClinic current, AwayDesk absences, RestrictedTasks restricted, TimeProvider clock)
{
    private (Guid Person, IReadOnlyList<WaitingTask> Tasks)? asked;

    /// <summary>
    /// All open tasks of this person's roles that are theirs to see: who may come to harm, then what is urgent, then the longest
    /// waiting. Those of others and those that are put off are among them.
    /// </summary>
    public async Task<IReadOnlyList<WaitingTask>> All(Actor me, CancellationToken cancel)
    {
        if (asked is { } before && before.Person == me.Id)
            return before.Tasks;
        var (clinic, now) = ((await current.Find(cancel))!, clock.GetUtcNow());
        var away = await absences.Today(cancel);
        var awayToday = away.People;
        IReadOnlyList<string> mine = [.. me.Roles.Select(role => TaskRow.Roles([role]))];
        var rows = await (
            from task in db.Set<TaskRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on task.PatientId equals patient.Id
            where task.Done == null && task.NotFor != me.Id
                && (mine.Any(role => task.ForRoles.Contains(role)) || (task.GoesAt <= now && task.OwnerId == null && mine.Any(role => task.GoesTo!.Contains(role))))
                && (task.Named == null || task.Named == me.Id || task.OwnerId == me.Id || (task.OwnerId == null && task.ForAllFrom <= now) || awayToday.Contains(task.Named.Value))
            select new { task, patient }).ToListAsync(cancel);
        IReadOnlyList<WaitingTask> tasks =
        [
            .. rows.Where(row => IsTheirs(row.task)).Select(row => row.task.AsShown(row.patient.AsPatient(), clinic, away, now))
                .OrderByDescending(task => task.IsAsked).ThenByDescending(task => task.IsRisk).ThenByDescending(task => task.IsUrgent).ThenBy(task => task.Since ?? DateTimeOffset.MaxValue),
        ];
        tasks = await restricted.Shown(tasks, cancel);
        asked = (me.Id, tasks);
        return tasks;

        // What is named for somebody who is away is their deputy's, or everybody's of the role where there is none.
        bool IsTheirs(TaskRow row) => row.Named is not { } named || named == me.Id || row.OwnerId == me.Id || (row.OwnerId is null && row.ForAllFrom <= now)
            || away.For(named, row.For, row.NotFor)?.IsFor(me.Id) == true;
    }

    /// <summary>What waits for this person now.</summary>
    public async Task<IReadOnlyList<WaitingTask>> Now(Actor me, CancellationToken cancel) => [.. (await All(me, cancel)).Where(task => task.WaitsNow(me.Id))];

    /// <summary>How many open tasks this person has taken, or are named for them: somebody has to see them while they are away.</summary>
    public Task<int> HeldBy(Guid person, CancellationToken cancel) =>
        db.Set<TaskRow>().AsNoTracking().CountAsync(task => task.Done == null && (task.OwnerId == person || (task.OwnerId == null && task.Named == person)), cancel);

    /// <summary>The tasks have changed: whoever asks next reads them anew.</summary>
    internal void Forget() => asked = null;
}
