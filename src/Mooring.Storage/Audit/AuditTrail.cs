using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mooring.Storage.Audit;

/// <summary>
/// Runs in every save: stamps each row with its clinic and version, refuses rows of another clinic, and writes the
/// audit trail of chart rows, so that no desk can forget to.
/// </summary>
public sealed class AuditTrail(TimeProvider clock, SaveCount saves) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is MooringDb db)
            Stamp(db);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        saves.Saved();
        return ValueTask.FromResult(result);
    }

    private void Stamp(MooringDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<ClinicRow>().Where(IsPending).ToList())
        {
            if (entry.State == EntityState.Added && entry.Entity.ClinicId == default)
                entry.Entity.ClinicId = db.Clinic;
            if (entry.Entity.ClinicId != db.Clinic || db.Clinic == default)
                throw new InvalidOperationException($"A {entry.Metadata.DisplayName()} of another clinic was about to be saved.");
            if (entry.Entity is not ChartRow chart)
                continue;
            db.Add(Line(db, entry));
            if (entry.State != EntityState.Deleted)
                chart.Version++;
        }
    }

    private static bool IsPending(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private AuditRow Line(MooringDb db, EntityEntry entry) => new()
    {
        ClinicId = db.Clinic,
        At = clock.GetUtcNow(),
        ActorId = db.ClinicScope.Actor?.Id ?? Guid.Empty,
        ActorName = db.ClinicScope.Actor?.Name ?? "Mooring",
        Action = entry.State switch { EntityState.Added => "added", EntityState.Deleted => "removed", _ => "changed" },
        Subject = entry.Metadata.GetTableName()!,
        SubjectId = string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.Property(key.Name).CurrentValue)),
        Before = entry.State == EntityState.Modified ? Before(entry) : null,
    };

    private static string Before(EntityEntry entry) => JsonSerializer.Serialize(
        entry.Properties.Where(property => property.IsModified).ToDictionary(
            property => property.Metadata.Name,
            property => property.Metadata.ClrType == typeof(byte[])
                ? "(sealed)"
                : Convert.ToString(property.OriginalValue, CultureInfo.InvariantCulture)));
}
