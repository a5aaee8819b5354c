using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>A task that has ended.</summary>
/// <param name="By">By whose act; null where time ended it.</param>
/// <param name="Outcome">What came of it, where a person wrote that.</param>
public sealed record DoneTask(Guid Id, TaskKind Kind, Guid Patient, Guid Subject, string Title, string Says, DateTimeOffset At, string? By, string? Outcome);

/// <summary>What was done, by whom, and what came of it.</summary>
public sealed class DoneDesk(MooringDb db, CourseContent content, RestrictedTasks restricted, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>What ended lately among the tasks of this person's roles, the last one first.</summary>
    public async Task<IReadOnlyList<DoneTask>> Of(Actor me, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - content.Tasks.DoneShown;
        IReadOnlyList<string> mine = [.. me.Roles.Select(role => TaskRow.Roles([role]))];
        var rows = await (
            from task in db.Set<TaskRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on task.PatientId equals patient.Id
            where task.Done > since && mine.Any(role => task.ForRoles.Contains(role) || (task.GoesAt <= task.Done && task.GoesTo!.Contains(role)))
            orderby task.Done descending
            select new { task, patient }).Take(Most).ToListAsync(cancel);
        List<DoneTask> all =
        [
            .. rows.Select(row => new DoneTask(
                row.task.Id, row.task.Kind, row.patient.Id.Value, row.task.SubjectId, row.task.Title.Replace(Wait.Name, row.patient.AsPatient().ShortName, StringComparison.Ordinal),
                row.task.Says, row.task.Done!.Value, row.task.DoneBy, row.task.Outcome)),
        ];
        List<DoneTask> shown = [];
        foreach (var of in all.GroupBy(task => task.Patient))
            shown.AddRange(await restricted.IsShut(new(of.Key), cancel) ? of.Select(task => task with { Kind = TaskKind.RestrictedChart, Title = "Restricted chart", Says = "", Outcome = null }) : of);
        return [.. shown.OrderByDescending(task => task.At)];
    }
}
