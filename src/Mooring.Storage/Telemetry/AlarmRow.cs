using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Storage.Audit;

namespace Mooring.Storage.Telemetry;

/// <summary>One message about a device's own alarm, in its words. Never a notice of ours.</summary>
[SealedByArrival(nameof(ReceivedAt))]
internal sealed class AlarmRow : OwnedRow
{
    public Guid Id { get; set; }

    public Guid MessageId { get; set; }

    public required string Device { get; set; }

    public required string AlarmId { get; set; }

    public required string Event { get; set; }

    public required string Words { get; set; }

    public string? Phase { get; set; }

    public string? State { get; set; }

    public string? Inactivation { get; set; }

    public string? Priority { get; set; }

    public string? Type { get; set; }

    public string? Reading { get; set; }

    public string? Limits { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Null while it belongs to nobody.</summary>
    [NotProven]
    public Id<Patient>? PatientId { get; set; }

    [NotProven]
    public Id<Session>? SessionId { get; set; }

    public AlarmSaid AsSaid() => new()
    {
        Device = Device,
        AlarmId = AlarmId,
        Event = Event,
        Words = Words,
        Phase = Phase,
        State = State,
        Inactivation = Inactivation,
        Priority = Priority,
        Type = Type,
        Value = Reading,
        Limits = Limits,
        At = At,
        ReceivedAt = ReceivedAt,
    };
}

internal sealed class AlarmTable : IEntityTypeConfiguration<AlarmRow>
{
    public void Configure(EntityTypeBuilder<AlarmRow> builder)
    {
        builder.ToTable("device_alarms").HasKey(alarm => alarm.Id);
        builder.HasIndex(alarm => new { alarm.SessionId, alarm.At });
        builder.HasIndex(alarm => alarm.ReceivedAt);
    }
}
