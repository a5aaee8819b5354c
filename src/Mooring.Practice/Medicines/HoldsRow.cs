using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Medicines;

/// <summary>A list of what is held around a session; the newest one holds, none is changed.</summary>
internal sealed class HoldsRow : ChartRow
{
    public Id<MedicineHolds> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required MedicineHolds What { get; set; }
}

internal sealed class HoldsTable : IEntityTypeConfiguration<HoldsRow>
{
    public void Configure(EntityTypeBuilder<HoldsRow> builder)
    {
        builder.ToTable("medicine_holds").HasKey(holds => holds.Id);
        builder.HasIndex(holds => new { holds.PatientId, holds.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(holds => holds.PatientId);
        builder.Property(holds => holds.What).AsJson();
    }
}
