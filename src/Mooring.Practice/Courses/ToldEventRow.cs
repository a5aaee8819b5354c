using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>What a clinician made of something that was told after a session; added, never changed.</summary>
internal sealed class ToldEventRow : ChartRow
{
    public Id<ToldEvent> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The call or the sheet on which it was told; null where it came otherwise.</summary>
    public Guid? About { get; set; }

    public required ToldEvent What { get; set; }
}

internal sealed class ToldEventTable : IEntityTypeConfiguration<ToldEventRow>
{
    public void Configure(EntityTypeBuilder<ToldEventRow> builder)
    {
        builder.ToTable("told_events").HasKey(told => told.Id);
        builder.HasIndex(told => new { told.PatientId, told.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(told => told.PatientId);
        builder.Property(told => told.What).AsJson();
    }
}
