using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage.Audit;

namespace Mooring.Storage.Telemetry;

/// <summary>A device's message as it came, with the answer it was given: sent again, it gets that answer again.</summary>
[SealedByArrival(nameof(ReceivedAt))]
internal sealed class MessageRow : OwnedRow
{
    public Guid Id { get; set; }

    public required string Source { get; set; }

    public required string ControlId { get; set; }

    public required string SentAt { get; set; }

    public required string BodyHash { get; set; }

    /// <summary>See <see cref="PackedMessage"/>.</summary>
    public required byte[] Packed { get; set; }

    /// <summary>As it came.</summary>
    public byte[] Bytes => PackedMessage.Unpack(Packed);

    public required byte[] Answer { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
}

internal sealed class MessageTable : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable("messages").HasKey(message => message.Id);
        builder.Ignore(message => message.Bytes);
        // Time first, as for readings.
        builder.HasIndex(message => new { message.ClinicId, message.SentAt, message.Source, message.ControlId, message.BodyHash }).IsUnique();
        builder.HasIndex(message => message.ReceivedAt);
    }
}
