using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Staffing;
using Mooring.Practice.Access;
using Mooring.Practice.FollowUp;
using Mooring.Practice.Plans;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>
/// What people do with a task: take it, give it back, put it off until a day. None of it ends a task: it ends when the thing
/// is done. Refusals of all: WEB150, TSK101 not open, TSK102 who may, TSK103 somebody else has it.
/// </summary>
public sealed class WorkDesk(MooringDb db, AttentionDesk attention, WaitingDesk waiting, FollowUpDesk calls, AwayDesk absences, CurrentClinic current, RestrictedTasks restricted, TimeProvider clock)
{
    /// <summary>Letters of a reason.</summary>
    public const int LongestReason = 300;

    /// <summary>So many days ahead may a task be put off; no clinical limit, only that nothing is put out of sight for good.</summary>
    public const int MostDays = 30;

    private const int MostTries = 3;

    private AwayOn? away;

    /// <summary>It is mine from now on. TSK103 names who was faster.</summary>
    public Task<Outcome<Guid>> Take(Guid task, CancellationToken cancel) => Change(task, IsFree, async row =>
    {
        (row.OwnerId, row.OwnerName, row.TakenAt) = (db.Acting().Id, db.Acting().Name, clock.GetUtcNow());
        // Its own page keeps who took it; both are saved together.
        return row.Kind.IsClosedByHand() ? await InAttention(row, cancel) : null;
    }, cancel);

    /// <summary>
    /// Somebody called and reached nobody: the call stays on the list, with one try more and the hour of the next. TSK110 no call,
    /// ATT104 and FUP107 no such pause, and what their pages refuse.
    /// </summary>
    /// <param name="again">After how long it is tried again; one of those that the content offers.</param>
    public async Task<Outcome<Guid>> Tried(Guid task, TimeSpan? again, CancellationToken cancel)
    {
        if (db.Unless(Right.WorkHere) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<TaskRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == task && row.Done == null, cancel);
        if (row is null)
            return new Refusal("TSK101", "This is done already, or ended by itself; look at the list again.");
        if (!row.Kind.IsCall())
            return new Refusal("TSK110", "This is not done by a call.");
        var refusals = row.Kind == TaskKind.FollowUpCall
            ? (await calls.Record(row.PatientId, new(row.SubjectId), new(Guid.CreateVersion7(clock.GetUtcNow())), new() { Result = CallResult.NotReached, Again = again ?? TimeSpan.Zero }, cancel)).Refusals
            : (await attention.Tried(row.PatientId, Enum.Parse<MatterKind>(row.Kind.ToString()), row.SubjectId, again, cancel)).Refusals;
        waiting.Forget();
        return refusals.Count > 0 ? Outcome<Guid>.Refuse(refusals) : task;
    }

    /// <summary>It is everybody's again. TSK104 for what I do not have, TSK108 for what stays with whoever took it until it is closed.</summary>
    public Task<Outcome<Guid>> GiveBack(Guid task, CancellationToken cancel) => Change(
        task,
        row => row.OwnerId != db.Acting().Id ? new("TSK104", "You do not have this; look at the list again.")
            : row.Kind.IsClosedByHand() ? new("TSK108", "This stays with you until it is closed with an outcome, or somebody else takes it on its page.") : null,
        row =>
        {
            (row.OwnerId, row.OwnerName, row.TakenAt) = (null, null, null);
            return Task.FromResult<Refusal?>(null);
        },
        cancel);

    /// <summary>
    /// Out of the list until the morning of a day. TSK105 and TSK109 the day, TSK106 the reason, TSK107 what must not wait.
    /// </summary>
    public async Task<Outcome<Guid>> PutOff(Guid task, DateOnly? until, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.WorkHere) is { } notTheirs)
            return notTheirs;
        var today = (await current.Find(cancel))!.DayOf(clock.GetUtcNow());
        var reason = because?.Trim() ?? "";
        List<Refusal> refusals = [];
        if (until is not { } day || day <= today || day > today.AddDays(MostDays))
            refusals.Add(new("TSK105", $"Choose a day from tomorrow on, within {MostDays} days.", "until"));
        if (reason.Length is 0 or > LongestReason)
            refusals.Add(new("TSK106", $"Write why it can wait, in {LongestReason} letters at most.", "because"));
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        return await Change(
            task,
            row => row.Kind.IsRisk() || row.Kind.IsAsked() ? new("TSK107", "This can not be put off: somebody may come to harm, or waits for it now.")
                : row.Due >= today && until > row.Due ? new("TSK109", $"It is due by {row.Due:yyyy-MM-dd}; choose a day until then.", "until")
                : IsFree(row),
            row =>
            {
                (row.PutOffUntil, row.PutOffReason, row.PutOffBy) = (until, reason, db.Acting().Name);
                return Task.FromResult<Refusal?>(null);
            },
            cancel);
    }

    /// <summary>Back on the list now.</summary>
    public Task<Outcome<Guid>> BringBack(Guid task, CancellationToken cancel) => Change(task, _ => null, row =>
    {
        (row.PutOffUntil, row.PutOffReason, row.PutOffBy) = (null, null, null);
        return Task.FromResult<Refusal?>(null);
    }, cancel);

    private Refusal? IsFree(TaskRow row)
    {
        var isHeld = row.OwnerId is { } owner && owner != db.Acting().Id;
        return isHeld && !IsHeldLong(row) && away?.For(row.OwnerId!.Value, row.For, row.NotFor)?.IsFor(db.Acting().Id) != true ? new("TSK103", $"{row.OwnerName} has this already. Ask them, or wait until they give it back.") : null;
    }

    // Somebody who went home with it must not keep it from the others.
    private bool IsHeldLong(TaskRow row) => current.Now() is { } clinic && row.TakenAt is { } taken && clinic.DayOf(taken) < clinic.DayOf(clock.GetUtcNow());

    private async Task<Refusal?> InAttention(TaskRow row, CancellationToken cancel)
    {
        var kind = Enum.Parse<MatterKind>(row.Kind.ToString());
        return (await attention.Take(row.PatientId, kind, row.SubjectId, cancel)).Refusals is [var refused, ..] ? refused : null;
    }

    private async Task<Outcome<Guid>> Change(Guid id, Func<TaskRow, Refusal?> mayNot, Func<TaskRow, Task<Refusal?>> change, CancellationToken cancel)
    {
        if (db.Unless(Right.WorkHere) is { } notTheirs)
            return notTheirs;
        away = await absences.Today(cancel);
        for (var attempt = 1; ; attempt++)
        {
            var row = await db.Set<TaskRow>().SingleOrDefaultAsync(row => row.Id == id && row.Done == null, cancel);
            if (row is null)
                return new Refusal("TSK101", "This is done already, or ended by itself; look at the list again.");
            if (!db.Acting().IsOneOf(row.ForAt(clock.GetUtcNow())) || row.NotFor == db.Acting().Id)
                return new Refusal("TSK102", "This waits for somebody else.");
            if (row.Kind is not (TaskKind.SayWhyOpened or TaskKind.ReviewOpening or TaskKind.PrivacyRequestDue) && await restricted.IsShut(row.PatientId, cancel))
                return new Refusal("PRV129", "This is about a restricted chart, and you are not on its care team. Open the chart with a reason first.");
            try
            {
                if ((mayNot(row) ?? await change(row)) is { } refused)
                    return refused;
                await db.SaveChangesAsync(cancel);
                waiting.Forget();
                return id;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // Somebody else was faster, or the chart said something new: what holds now is asked again.
                db.ChangeTracker.Clear();
            }
        }
    }
}
