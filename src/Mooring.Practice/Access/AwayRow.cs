using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Staffing;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>Somebody is away, and who stands in. It is never taken away: an end that comes earlier is written on it.</summary>
internal sealed class AwayRow : ChartRow
{
    public Guid Id { get; set; }

    public Guid StaffId { get; set; }

    public required string Name { get; set; }

    public DateOnly From { get; set; }

    public DateOnly Until { get; set; }

    public Guid? DeputyId { get; set; }

    public string? DeputyName { get; set; }

    /// <summary>Written where it was entered as leave; null for none.</summary>
    public string? Note { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Called off, or back earlier.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Absence AsAbsence() => new(Id, StaffId, Name, From, Until) { Deputy = DeputyId, DeputyName = DeputyName };
}

internal sealed class AwayTable : IEntityTypeConfiguration<AwayRow>
{
    public void Configure(EntityTypeBuilder<AwayRow> builder)
    {
        builder.ToTable("away").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.ClinicId, row.Until });
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.Note).HasMaxLength(AwayDesk.LongestNote);
    }
}
