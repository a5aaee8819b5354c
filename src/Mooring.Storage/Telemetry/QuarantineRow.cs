using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage.Audit;

namespace Mooring.Storage.Telemetry;

/// <summary>What a device sent and could not be trusted: kept apart, with the reason and the text as sent.</summary>
[SealedByArrival(nameof(ReceivedAt))]
internal sealed class QuarantineRow : OwnedRow
{
    public Guid Id { get; set; }

    public Guid MessageId { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public required string Reason { get; set; }

    public required string Says { get; set; }

    public required string Place { get; set; }

    public required string Raw { get; set; }

    public string? Device { get; set; }

    /// <summary>Somebody should look: it seemed to be a vital sign.</summary>
    public bool IsAlert { get; set; }

    /// <summary>When a person filed it after all; the row stays.</summary>
    [NotProven]
    public DateTimeOffset? FiledAt { get; set; }

    /// <summary>Who did, by name.</summary>
    [NotProven]
    public string? FiledBy { get; set; }
}

internal sealed class QuarantineTable : IEntityTypeConfiguration<QuarantineRow>
{
    public void Configure(EntityTypeBuilder<QuarantineRow> builder)
    {
        builder.ToTable("quarantine").HasKey(kept => kept.Id);
        builder.HasIndex(kept => new { kept.ClinicId, kept.ReceivedAt });
    }
}
