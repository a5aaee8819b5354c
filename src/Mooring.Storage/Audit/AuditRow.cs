using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mooring.Storage.Audit;

/// <summary>Who did what to which row, and when. Written in the same transaction as the change itself.</summary>
public sealed class AuditRow : ClinicRow
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid ActorId { get; set; }

    public required string ActorName { get; set; }

    /// <summary>added, changed, removed, or viewed.</summary>
    public required string Action { get; set; }

    public required string Subject { get; set; }

    public required string SubjectId { get; set; }

    /// <summary>The names of the changed columns with their old values, as JSON. Sealed columns say only that they changed.</summary>
    public string? Before { get; set; }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit").HasKey(audit => audit.Id);
        builder.HasIndex(audit => new { audit.Subject, audit.SubjectId });
    }
}
