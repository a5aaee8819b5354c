using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Recognition;
using Mooring.Storage;

namespace Mooring.Practice.Recognition;

/// <summary>What a prescriber said for the whole clinic that an unrecognized text means. Taken back, it stays to be read.</summary>
internal sealed class ResolutionRow : ChartRow
{
    public Guid Id { get; set; }

    public required Resolution What { get; set; }

    /// <summary>The text as it is compared, with its kind.</summary>
    public required string Key { get; set; }

    public required string Reason { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    public string? RevokedBecause { get; set; }
}

internal sealed class ResolutionTable : IEntityTypeConfiguration<ResolutionRow>
{
    public void Configure(EntityTypeBuilder<ResolutionRow> builder)
    {
        builder.ToTable("resolutions").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.ClinicId, row.Key });
        builder.Property(row => row.What).AsJson();
        builder.Property(row => row.By).AsJson();
    }
}
