using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Telemetry;

/// <summary>A value that a device reported. It never becomes part of a session; a charted value points at it.</summary>
internal sealed class ReadingRow : OwnedRow
{
    public Guid Id { get; set; }

    public Guid MessageId { get; set; }

    /// <summary>The code of the vital sign, such as <c>spo2</c>.</summary>
    public required string Sign { get; set; }

    /// <summary>In the sign's unit; null when withdrawn without repeating the number.</summary>
    public double? Value { get; set; }

    /// <summary>By the device's own clock. With device and code it says which observation this is.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>By this server's clock, and never later than it arrived: what is shown, drawn and charted.</summary>
    public DateTimeOffset MeasuredAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>final, corrected, withdrawn or not-final.</summary>
    public required string Status { get; set; }

    public required string Device { get; set; }

    /// <summary>The code as sent, with its system.</summary>
    public required string Code { get; set; }

    public required string SubId { get; set; }

    public required string ControlId { get; set; }

    public string? Mdc { get; set; }

    public string? Loinc { get; set; }

    /// <summary>Null while parked with its device.</summary>
    public Id<Patient>? PatientId { get; set; }

    public Id<Session>? SessionId { get; set; }

    /// <summary>Why it is parked, as a sentence.</summary>
    public string? Parked { get; set; }

    /// <summary>Why its time is less than certain.</summary>
    public string? TimeDoubt { get; set; }

    /// <summary>It had been kept apart, and a person filed it then.</summary>
    public DateTimeOffset? FiledAt { get; set; }

    /// <summary>Who did, by name.</summary>
    public string? FiledBy { get; set; }
}

internal sealed class ReadingTable : IEntityTypeConfiguration<ReadingRow>
{
    public void Configure(EntityTypeBuilder<ReadingRow> builder)
    {
        builder.ToTable("readings").HasKey(reading => reading.Id);
        // What identifies an observation; filing the same one twice changes nothing. Time comes first: what arrives now then
        // lands side by side on a few pages, instead of on one for each device and code.
        builder.HasIndex(reading => new { reading.ClinicId, reading.At, reading.Device, reading.Code, reading.SubId, reading.Value }).IsUnique();
        builder.HasIndex(reading => new { reading.SessionId, reading.MeasuredAt });
        builder.HasIndex(reading => reading.ReceivedAt);
    }
}
