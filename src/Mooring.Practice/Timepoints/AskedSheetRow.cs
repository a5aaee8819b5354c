using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Timepoints;

/// <summary>A questionnaire that was asked of one patient. Once added, it is only taken back.</summary>
internal sealed class AskedSheetRow : ChartRow
{
    public Id<AskedSheet> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required AskedSheet What { get; set; }
}

internal sealed class AskedSheetTable : IEntityTypeConfiguration<AskedSheetRow>
{
    public void Configure(EntityTypeBuilder<AskedSheetRow> builder)
    {
        builder.ToTable("asked_sheets").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.PatientId, row.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.What).AsJson();
    }
}
