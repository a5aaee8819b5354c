using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>A look at charts that waits for somebody to look at it, and what was found.</summary>
internal sealed class UnusualLookRow : ChartRow
{
    public Guid Id { get; set; }

    public LookKind Kind { get; set; }

    public Guid PersonId { get; set; }

    public required string PersonName { get; set; }

    /// <summary>Null where it is about many charts.</summary>
    public Id<Patient>? About { get; set; }

    /// <summary>The clinic's day.</summary>
    public DateOnly Day { get; set; }

    public DateTimeOffset At { get; set; }

    public int Count { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public Actor? ClosedBy { get; set; }

    public ReviewFinding? Finding { get; set; }

    public string? Outcome { get; set; }
}

internal sealed class UnusualLookTable : IEntityTypeConfiguration<UnusualLookRow>
{
    public void Configure(EntityTypeBuilder<UnusualLookRow> builder)
    {
        builder.ToTable("unusual_looks").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.ClinicId, row.ClosedAt });
        builder.Property(row => row.Outcome).HasMaxLength(OpeningDesk.Longest);
        builder.Property(row => row.ClosedBy!).AsJson();
    }
}
