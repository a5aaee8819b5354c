using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Merging;
using Mooring.Practice.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Sessions;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Works out what waits of one patient, and opens, changes and ends the rows of the work list by it.</summary>
internal sealed class TaskCount(MooringDb db, IEnumerable<ChartPart> parts, StepWaits steps, CourseContent content, MergeDesk merges, CurrentClinic current, TimeProvider clock)
{
    // While somebody is treated, hours count; otherwise only days do.
    private static readonly TimeSpan AroundSessions = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OfTheGone = TimeSpan.FromDays(30);

    public async Task Of(Id<Patient> patient, CancellationToken cancel)
    {
        var marks = await db.Set<TaskMarkRow>().Where(row => row.PatientId == patient).ToListAsync(cancel);
        // A session may be of somebody who has no chart here, such as in a trial of the chairs.
        var who = await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == patient, cancel);
        var waits = who is null || who.MergedInto is not null ? [] : await Waits(patient, cancel);
        // Who is not in care here any more is asked for nothing, unless somebody may come to harm.
        if (who?.ArchivedAt is not null)
            waits = [.. waits.Where(wait => wait.Kind.IsRisk())];
        if (who?.MergedInto is not null)
            await merges.Follow(patient, cancel);
        var open = await db.Set<TaskRow>().Where(row => row.PatientId == patient && row.Done == null).ToListAsync(cancel);
        var (clinic, now) = ((await current.Find(cancel))!, clock.GetUtcNow());
        foreach (var wait in waits)
        {
            var row = open.Find(one => one.Kind == wait.Kind && one.SubjectId == wait.Subject);
            if (row is null)
                db.Add(row = new() { Id = Guid.CreateVersion7(now), PatientId = patient, Kind = wait.Kind, SubjectId = wait.Subject, Opened = now, Title = "", Says = "", ForRoles = "" });
            row.Take(wait, content.Tasks.ClockOf(wait.Kind.Written()), wait.Due is { } due ? clinic.InstantOf(due.AddDays(1), TimeOnly.MinValue) : null);
        }

        foreach (var row in open.Where(row => !waits.Any(wait => wait.Kind == row.Kind && wait.Subject == row.SubjectId)))
            await End(row, now, cancel);
        db.RemoveRange(marks);
        db.Add(new TaskMarkRow { Id = Guid.CreateVersion7(now), PatientId = patient, Due = await Next(patient, now, cancel) });
        await db.SaveChangesAsync(cancel);
    }

    private async Task<IReadOnlyList<Wait>> Waits(Id<Patient> patient, CancellationToken cancel)
    {
        List<Wait> waits = [];
        foreach (var part in parts)
            waits.AddRange(await part.Waiting(patient, cancel));
        waits.AddRange(await steps.Of(patient, cancel));
        return [.. waits.DistinctBy(wait => (wait.Kind, wait.Subject))];
    }

    private async Task End(TaskRow row, DateTimeOffset now, CancellationToken cancel)
    {
        (row.Done, row.DoneBy) = (now, db.ClinicScope.Actor?.Name);
        if (!row.Kind.IsClosedByHand() || !Enum.TryParse<Clinical.Attention.MatterKind>(row.Kind.ToString(), out var kind))
            return;
        var closed = await db.Set<AttentionRow>().AsNoTracking().Where(step => step.Kind == kind && step.About == row.SubjectId && step.Outcome != null)
            .OrderByDescending(step => step.At).FirstOrDefaultAsync(cancel);
        if (closed is not null)
            (row.Outcome, row.DoneBy) = (closed.Outcome, closed.By.Name);
    }

    // When time alone may change something: with the clinic's next day, and every few minutes around a session.
    private async Task<DateTimeOffset> Next(Id<Patient> patient, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<PatientRow>().AnyAsync(row => row.Id == patient && (row.HasDied || row.IsReplaced || row.ArchivedAt != null || row.MergedInto != null), cancel))
            return now + OfTheGone;
        var clinic = (await current.Find(cancel))!;
        var (today, yesterday) = (clinic.DayOf(now), now - TimeSpan.FromDays(2));
        var isNear = await db.Set<SessionRow>().AnyAsync(row => row.PatientId == patient && (!row.IsClosed || row.OpenedAt > yesterday), cancel)
            || await db.Set<VisitRow>().AnyAsync(row => row.PatientId == patient && row.Kind == VisitKind.Dosing && row.State == VisitState.Planned && row.On == today, cancel);
        var midnight = clinic.InstantOf(today.AddDays(1), TimeOnly.MinValue);
        return isNear && now + AroundSessions < midnight ? now + AroundSessions : midnight;
    }
}
