using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// All final values that one message reports of one device at one time, in one row. It never changes: what corrects,
/// withdraws or repeats one of them unfolds it into single readings first.
/// </summary>
internal sealed class ReadingSetRow : OwnedRow
{
    public Guid MessageId { get; set; }

    /// <summary>The place of its first value in the message, from 1.</summary>
    public int First { get; set; }

    public required string Device { get; set; }

    /// <summary>Of the message, which may be left out where the set is taken.</summary>
    public required string ControlId { get; set; }

    /// <summary>By the device's own clock.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>By this server's clock, and never later than it arrived.</summary>
    public DateTimeOffset MeasuredAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Null while parked with its device.</summary>
    public Id<Session>? SessionId { get; set; }

    public string? Parked { get; set; }

    public string? TimeDoubt { get; set; }

    /// <summary>Says what each value is.</summary>
    public Guid LayoutId { get; set; }

    /// <summary>The values in their signs' units, eight bytes each (IEEE 754, low byte first), in the order of the layout.</summary>
    public required byte[] Numbers { get; set; }

    public int Count => Numbers.Length / sizeof(double);

    public double Value(int at) => BinaryPrimitives.ReadDoubleLittleEndian(Numbers.AsSpan(at * sizeof(double)));

    public Guid Id(int at) => ReadingId.Of(MessageId, First + at);

    public static byte[] Pack(IReadOnlyList<double> values)
    {
        var numbers = new byte[values.Count * sizeof(double)];
        for (var at = 0; at < values.Count; at++)
            BinaryPrimitives.WriteDoubleLittleEndian(numbers.AsSpan(at * sizeof(double)), values[at]);
        return numbers;
    }
}

internal sealed class ReadingSetTable : IEntityTypeConfiguration<ReadingSetRow>
{
    public void Configure(EntityTypeBuilder<ReadingSetRow> builder)
    {
        builder.ToTable("reading_sets").HasKey(set => new { set.MessageId, set.First });
        builder.Ignore(set => set.Count);
        // A place is one device at one time. Time comes first, as for readings.
        builder.HasIndex(set => new { set.ClinicId, set.At, set.Device }).IsUnique();
        builder.HasIndex(set => new { set.SessionId, set.MeasuredAt });
        builder.HasIndex(set => set.ReceivedAt);
    }
}
