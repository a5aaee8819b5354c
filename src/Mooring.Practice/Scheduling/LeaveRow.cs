using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

internal sealed class LeaveRow : ChartRow
{
    public Id<Leave> Id { get; set; }

    public Guid PersonId { get; set; }

    public DateTimeOffset From { get; set; }

    public DateTimeOffset Until { get; set; }

    public string? Note { get; set; }

    public required Actor By { get; set; }

    /// <summary>The person is here after all.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Leave AsLeave() => new(Id, new(PersonId), From, Until);
}

/// <summary>A leave with whose it is.</summary>
public sealed record LeaveEntry(Leave What, string Name, string? Note, Actor By);

internal sealed class LeaveTable : IEntityTypeConfiguration<LeaveRow>
{
    public void Configure(EntityTypeBuilder<LeaveRow> builder)
    {
        builder.ToTable("leaves").HasKey(leave => leave.Id);
        builder.HasIndex(leave => new { leave.ClinicId, leave.From });
        builder.Property(leave => leave.By).AsJson();
        builder.Property(leave => leave.Note).HasMaxLength(BookingTexts.Longest);
    }
}
