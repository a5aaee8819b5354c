using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;

namespace Mooring.Storage.Telemetry;

/// <summary>A device that has been heard, or is expected. Until somebody ties it to a chair, its values wait with it.</summary>
internal sealed class DeviceRow : ChartRow
{
    /// <summary>As the device names itself: its EUI-64, or the sender's name.</summary>
    public required string Name { get; set; }

    public Id<Chair>? ChairId { get; set; }

    /// <summary>Since when it stands at that chair; null when nobody said, and then it proves nothing about the past.</summary>
    public DateTimeOffset? TiedAt { get; set; }

    /// <summary>The profile its messages are read by; null when nobody gave it one.</summary>
    public string? Profile { get; set; }

    public DateTimeOffset FirstHeardAt { get; set; }

    /// <summary>Since when its name waits for a person; null once somebody has taken it into the list of devices.</summary>
    public DateTimeOffset? WaitsSince { get; set; }

    /// <summary>The address that named it first; null when a person did.</summary>
    public string? HeardFrom { get; set; }
}

internal sealed class DeviceTable : IEntityTypeConfiguration<DeviceRow>
{
    public void Configure(EntityTypeBuilder<DeviceRow> builder) =>
        builder.ToTable("devices").HasKey(device => new { device.ClinicId, device.Name });
}
