using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;

namespace Mooring.Practice.Settings;

/// <summary>A clinic as it was founded. What a manager changed since stands in <see cref="SettingsRow"/>, whose newest edition is in force.</summary>
public sealed class ClinicRow
{
    public Id<Clinic> Id { get; set; }

    public required string Name { get; set; }

    public required string TimeZone { get; set; }

    public bool IsDemo { get; set; }

    public string? Phone { get; set; }

    /// <summary>The manager declared an inpatient or monitored setting.</summary>
    public bool IsMonitoredSetting { get; set; }

    public Clinic AsClinic() => new(Id, Name, TimeZone, IsDemo) { Phone = Phone, IsMonitoredSetting = IsMonitoredSetting };
}

internal sealed class ClinicTable : IEntityTypeConfiguration<ClinicRow>
{
    public void Configure(EntityTypeBuilder<ClinicRow> builder) => builder.ToTable("clinics").HasKey(clinic => clinic.Id);
}
