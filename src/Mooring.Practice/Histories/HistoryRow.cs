using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Histories;

/// <summary>One history a patient, read and written whole; what it was before is in the audit trail.</summary>
internal sealed class HistoryRow : ChartRow
{
    public Id<Patient> PatientId { get; set; }

    public History History { get; set; } = new();
}

internal sealed class HistoryTable : IEntityTypeConfiguration<HistoryRow>
{
    public void Configure(EntityTypeBuilder<HistoryRow> builder)
    {
        builder.ToTable("histories").HasKey(row => row.PatientId);
        builder.Property(row => row.History).AsJson();
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
    }
}
