using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mooring.Clinical;
using Mooring.Storage.Accounts;

namespace Mooring.Storage.Audit;

/// <summary>
/// Runs in every save: stamps each row with its clinic and version, refuses rows of another clinic, and writes the
/// audit trail of chart rows and of accounts, so that no desk can forget to.
/// </summary>
public sealed class AuditTrail(TimeProvider clock) : SaveChangesInterceptor
{
    // That they changed is told, never what they were.
    private static readonly FrozenSet<string> Secrets =
        new[] { nameof(StaffRow.PasswordHash), nameof(StaffRow.SecurityStamp), nameof(StaffRow.ConcurrencyStamp), "PinHash", "NameHash" }.ToFrozenSet(StringComparer.Ordinal);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is MooringDb db)
            Stamp(db);
        return ValueTask.FromResult(result);
    }

    private void Stamp(MooringDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<OwnedRow>().Where(IsPending).ToList())
        {
            if (entry.State == EntityState.Added && entry.Entity.ClinicId == default)
                entry.Entity.ClinicId = db.Clinic;
            if (entry.Entity.ClinicId != db.Clinic || db.Clinic == default)
                throw new InvalidOperationException($"A {entry.Metadata.DisplayName()} of another clinic was about to be saved.");
            if (!ProvenRows.Includes(entry.Metadata.ClrType))
                continue;
            var line = Line(db, entry);
            if (entry.Entity is ChartRow chart && entry.State != EntityState.Deleted)
                chart.Version++;
            Keep(db, line, entry);
        }

        foreach (var entry in db.ChangeTracker.Entries<StaffRow>().Where(entry => IsPending(entry) && !IsMereAttempt(entry)).ToList())
            Keep(db, Line(db, entry, entry.Entity.ClinicId), entry);
        // Whose it is was loaded by whoever adds or uses it.
        foreach (var entry in db.ChangeTracker.Entries<IdentityUserPasskey<Guid>>().Where(IsPending).ToList())
            Keep(db, Line(db, entry, db.Set<StaffRow>().Local.FirstOrDefault(staff => staff.Id == entry.Entity.UserId)?.ClinicId), entry);
    }

    // The fingerprint is of the row as it will be kept.
    private static void Keep(MooringDb db, AuditRow line, EntityEntry entry)
    {
        if (entry.State != EntityState.Deleted)
            line.After = RowPrints.Of(entry.Metadata).Of(entry);
        db.Add(line);
    }

    // A wrong password counts up; that somebody was locked out is a change.
    private static bool IsMereAttempt(EntityEntry entry) =>
        entry.State == EntityState.Modified && entry.Properties.Where(property => property.IsModified)
            .All(property => property.Metadata.Name is nameof(StaffRow.AccessFailedCount) or nameof(StaffRow.ConcurrencyStamp));

    private static bool IsPending(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private AuditRow Line(MooringDb db, EntityEntry entry, Id<Clinic>? clinic = null) => new()
    {
        ClinicId = clinic ?? db.Clinic,
        At = clock.GetUtcNow(),
        ActorId = db.ClinicScope.Actor?.Id ?? Guid.Empty,
        ActorName = db.ClinicScope.Actor?.Name ?? "Mooring",
        Action = entry.State switch { EntityState.Added => "added", EntityState.Deleted => "removed", _ => "changed" },
        Subject = entry.Metadata.GetTableName()!,
        SubjectId = string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => Key(entry.Property(key.Name).CurrentValue))),
        PatientId = Patient(entry),
        Purpose = Purposes.Of(db.ClinicScope.Actor),
        Before = entry.State == EntityState.Modified ? Before(entry) : null,
    };

    private static object? Key(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value;

    // A row of somebody's chart names the patient; the row of the patient is the patient.
    private static Guid? Patient(EntityEntry entry)
    {
        var named = entry.Metadata.FindProperty("PatientId") ?? (entry.Entity is IPatientRow ? entry.Metadata.FindProperty("Id") : null);
        var id = named is null ? null : entry.Property(named.Name).CurrentValue?.ToString();
        return Guid.TryParse(id, CultureInfo.InvariantCulture, out var patient) ? patient : null;
    }

    private static string Before(EntityEntry entry) => JsonSerializer.Serialize(
        entry.Properties.Where(property => property.IsModified).ToDictionary(
            property => property.Metadata.Name,
            property => property.Metadata.ClrType == typeof(byte[]) || Secrets.Contains(property.Metadata.Name)
                ? "(sealed)"
                : Convert.ToString(property.OriginalValue, CultureInfo.InvariantCulture)));
}
