using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>That a chart is open to its care team alone, from when to when, and why.</summary>
internal sealed class RestrictionRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public RestrictionKind Kind { get; set; }

    public required string Because { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public Actor? EndedBy { get; set; }

    public string? EndedBecause { get; set; }

    public Restriction AsRestriction() => new(Id, Kind, Because, By, At, EndedAt, EndedBy, EndedBecause);
}

/// <summary>A chart that is, or was, open to its care team alone.</summary>
public sealed record Restriction(Guid Id, RestrictionKind Kind, string Because, Actor By, DateTimeOffset At, DateTimeOffset? EndedAt, Actor? EndedBy, string? EndedBecause);

internal sealed class RestrictionTable : IEntityTypeConfiguration<RestrictionRow>
{
    public void Configure(EntityTypeBuilder<RestrictionRow> builder)
    {
        builder.ToTable("chart_restrictions").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.PatientId, row.EndedAt });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.EndedBy!).AsJson();
        builder.Property(row => row.Because).HasMaxLength(RestrictionDesk.Longest);
        builder.Property(row => row.EndedBecause).HasMaxLength(RestrictionDesk.Longest);
    }
}
