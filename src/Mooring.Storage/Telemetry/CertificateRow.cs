using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mooring.Storage.Telemetry;

/// <summary>A certificate that a device has shown. Until a person ties it to a device, it speaks for none.</summary>
internal sealed class CertificateRow : ChartRow
{
    /// <summary>SHA-256 of the whole certificate, hexadecimal.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The name in it.</summary>
    public required string Subject { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset ShownAt { get; set; }

    /// <summary>The address it came from first.</summary>
    public string? HeardFrom { get; set; }

    /// <summary>The devices that its first message named, a line each.</summary>
    public string? Named { get; set; }
}

/// <summary>One device for which a certificate speaks.</summary>
internal sealed class CertificateDeviceRow : ChartRow
{
    public required string Fingerprint { get; set; }

    /// <summary>As the device names itself.</summary>
    public required string Device { get; set; }

    public required string TiedBy { get; set; }

    public DateTimeOffset TiedAt { get; set; }
}

internal sealed class CertificateTable : IEntityTypeConfiguration<CertificateRow>
{
    public void Configure(EntityTypeBuilder<CertificateRow> builder) =>
        builder.ToTable("device_certificates").HasKey(row => new { row.ClinicId, row.Fingerprint });
}

internal sealed class CertificateDeviceTable : IEntityTypeConfiguration<CertificateDeviceRow>
{
    public void Configure(EntityTypeBuilder<CertificateDeviceRow> builder) =>
        builder.ToTable("certificate_devices").HasKey(row => new { row.ClinicId, row.Fingerprint, row.Device });
}
