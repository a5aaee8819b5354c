using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>Somebody who was named for the care team of a patient, from a day to a day.</summary>
internal sealed class CareTeamRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public Guid StaffId { get; set; }

    public required string StaffName { get; set; }

    public bool IsLead { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day; null while there is none.</summary>
    public DateOnly? Until { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class CareTeamTable : IEntityTypeConfiguration<CareTeamRow>
{
    public void Configure(EntityTypeBuilder<CareTeamRow> builder)
    {
        builder.ToTable("care_teams").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.ClinicId, row.StaffId });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.By).AsJson();
    }
}
