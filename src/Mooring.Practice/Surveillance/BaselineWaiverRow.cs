using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Surveillance;

/// <summary>What a prescriber goes without before the first session of a course, and why.</summary>
internal sealed class BaselineWaiverRow : ChartRow
{
    public Id<BaselineWaiver> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public Id<Course> CourseId { get; set; }

    public DateTimeOffset At { get; set; }

    public required BaselineWaiver What { get; set; }
}

internal sealed class BaselineWaiverTable : IEntityTypeConfiguration<BaselineWaiverRow>
{
    public void Configure(EntityTypeBuilder<BaselineWaiverRow> builder)
    {
        builder.ToTable("baseline_waivers").HasKey(waiver => waiver.Id);
        builder.HasIndex(waiver => waiver.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(waiver => waiver.PatientId);
        builder.Property(waiver => waiver.What).AsJson();
    }
}
