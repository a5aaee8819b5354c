using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mooring.Storage.Audit;

/// <summary>
/// Who did what to which row, and who saw what, and when. A change is written in the same transaction as the change itself,
/// a read before the page goes out (see <see cref="ReadLog"/>).
/// </summary>
public sealed class AuditRow : OwnedRow
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid ActorId { get; set; }

    public required string ActorName { get; set; }

    /// <summary>Of a change: added, changed, removed, filed; fingerprinted, where only the fingerprint was renewed. Of a read: a <see cref="ReadKind"/> in lower case.</summary>
    public required string Action { get; set; }

    /// <summary>The table that was changed, or the page that was read as its address is written, without ids.</summary>
    public required string Subject { get; set; }

    /// <summary>The key of the changed row, or the session that was read; empty where there is none.</summary>
    public required string SubjectId { get; set; }

    /// <summary>Whose chart it was, where it was one patient's.</summary>
    public Guid? PatientId { get; set; }

    /// <summary>The patients that a list or a board showed, their ids with spaces between; null where it was one chart.</summary>
    public string? Shown { get; set; }

    /// <summary>By which sign-in something was read; null for changes and for what reads by itself.</summary>
    public string? SignIn { get; set; }

    /// <summary>What for; null in lines of an earlier version.</summary>
    public Purpose? Purpose { get; set; }

    /// <summary>The number of the seal that covers the line; null until there is one: see <see cref="AuditSeals"/>.</summary>
    public long? SealedBy { get; set; }

    /// <summary>The names of the changed columns with their old values, as JSON. Sealed columns say only that they changed.</summary>
    public string? Before { get; set; }

    /// <summary>The fingerprint of the row after the change; null for reads, removals, and lines of an earlier version.</summary>
    public string? After { get; set; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditRow>
{
    private const int SignInLength = 64;
    private const int AfterLength = 80;

    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit").HasKey(audit => audit.Id);
        builder.HasIndex(audit => new { audit.Subject, audit.SubjectId });
        builder.HasIndex(audit => new { audit.ClinicId, audit.PatientId, audit.At });
        builder.HasIndex(audit => new { audit.ClinicId, audit.SealedBy });
        builder.Property(audit => audit.SignIn).HasMaxLength(SignInLength);
        builder.Property(audit => audit.After).HasMaxLength(AfterLength);
    }
}
