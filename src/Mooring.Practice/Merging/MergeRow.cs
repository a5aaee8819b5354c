using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Merging;

/// <summary>Rows of one table that a merge moved, by their keys.</summary>
internal sealed record MovedRows(string Table, IReadOnlyList<string> Keys);

/// <summary>Two charts of one person became one. What was moved stands here, so that exactly that can be put back.</summary>
internal sealed class MergeRow : ChartRow
{
    public Guid Id { get; set; }

    /// <summary>The chart that stays.</summary>
    public Id<Patient> PatientId { get; set; }

    /// <summary>The chart that was merged into it.</summary>
    public Id<Patient> OtherId { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Because { get; set; }

    public required IReadOnlyList<MovedRows> Moved { get; set; }

    /// <summary>The history of the chart that stays, before; as JSON, null where it had none.</summary>
    public string? HistoryBefore { get; set; }

    /// <summary>The same after; null where the merge changed nothing in it.</summary>
    public string? HistoryAfter { get; set; }

    public Actor? UndoneBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBecause { get; set; }
}

internal sealed class MergeTable : IEntityTypeConfiguration<MergeRow>
{
    public void Configure(EntityTypeBuilder<MergeRow> builder)
    {
        builder.ToTable("merges").HasKey(row => row.Id);
        builder.HasIndex(row => row.OtherId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.OtherId);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.Moved).AsJson();
        builder.Property(row => row.UndoneBy!).AsJson();
        builder.Property(row => row.Because).HasMaxLength(MergeDesk.LongestReason);
        builder.Property(row => row.UndoneBecause).HasMaxLength(MergeDesk.LongestReason);
    }
}
