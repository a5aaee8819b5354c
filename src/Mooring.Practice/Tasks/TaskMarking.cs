using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Notes;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.Storage.Journals;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Tasks;

/// <summary>
/// Runs in every save: whose chart changes, their tasks are marked to be counted anew, in the same transaction, and counted
/// once that is committed. No desk can forget to, and no act fails because a list could not be counted.
/// </summary>
internal sealed class TaskMarking(TaskRecount recount, TimeProvider clock) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    // More at once, such as an import of many, are left to the job.
    private const int MostAtOnce = 5;

    private readonly HashSet<Id<Patient>> saving = [];
    private readonly HashSet<Id<Patient>> uncommitted = [];

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        saving.Clear();
        if (eventData.Context is not MooringDb db || db.Clinic == default)
            return result;
        var rows = db.ChangeTracker.Entries<OwnedRow>().Where(entry => IsPending(entry) && MayChangeTasks(entry.Entity)).ToList();
        foreach (var entry in rows)
        {
            if (await Of(db, entry, cancellationToken) is { } patient)
                saving.Add(patient);
        }

        var now = clock.GetUtcNow();
        db.AddRange(saving.Select(patient => new TaskMarkRow { Id = Guid.CreateVersion7(now), PatientId = patient, Due = now }));
        return result;
    }

    public async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is MooringDb db && saving.Count > 0)
        {
            if (db.Database.CurrentTransaction is null)
                await Count(db, saving);
            else
                uncommitted.UnionWith(saving);
        }

        return result;
    }

    public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is MooringDb db && uncommitted.Count > 0)
            await Count(db, uncommitted);
        uncommitted.Clear();
    }

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        uncommitted.Clear();
        return Task.CompletedTask;
    }

    // What was saved is saved: nobody who did it is held up for long by a list.
    private async Task Count(MooringDb db, IReadOnlyCollection<Id<Patient>> patients)
    {
        if (patients.Count > MostAtOnce)
            return;
        var counting = recount.Soon(db.Clinic, db.ClinicScope.Actor, [.. patients]);
        await Task.WhenAny(counting, Task.Delay(TaskRecount.Longest));
    }

    private static bool IsPending(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static bool MayChangeTasks(OwnedRow row) => row is not (TaskRow or TaskMarkRow or AuditRow or IProjectionRow or NoteDraftRow);

    private static async ValueTask<Id<Patient>?> Of(MooringDb db, EntityEntry entry, CancellationToken cancel)
    {
        if (entry.Entity is IPatientRow)
            return entry.Property("Id").CurrentValue as Id<Patient>?;
        if (entry.Metadata.FindProperty("PatientId") is not null)
            return entry.Property("PatientId").CurrentValue as Id<Patient>?;
        return entry.Entity switch
        {
            JournalRow { Subject: SessionJournal.Subject } journal => await OfSession(db, new(journal.SubjectId), cancel),
            TimeOutRequestRow request => await OfSession(db, request.SessionId, cancel),
            _ => null,
        };
    }

    private static async ValueTask<Id<Patient>?> OfSession(MooringDb db, Id<Session> id, CancellationToken cancel) =>
        db.Set<SessionRow>().Local.FirstOrDefault(row => row.Id == id)?.PatientId
        ?? await db.Set<SessionRow>().Where(row => row.Id == id).Select(row => (Id<Patient>?)row.PatientId).FirstOrDefaultAsync(cancel);
}
