using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Education;

/// <summary>One try at what a text asks back. Only ever added.</summary>
internal sealed class TeachBackRow : ChartRow
{
    public Id<TeachBackTry> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required TeachBackTry What { get; set; }
}

internal sealed class TeachBackTable : IEntityTypeConfiguration<TeachBackRow>
{
    public void Configure(EntityTypeBuilder<TeachBackRow> builder)
    {
        builder.ToTable("teach_backs").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.PatientId, row.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.What).AsJson();
    }
}
