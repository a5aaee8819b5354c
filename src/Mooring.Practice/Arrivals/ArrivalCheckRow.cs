using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Arrivals;

/// <summary>Whoever arrived for an appointment said their birth date, and it was the one that is kept.</summary>
internal sealed class ArrivalCheckRow : ChartRow
{
    public Id<Appointment> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required Actor By { get; set; }

    /// <summary>It was a slip; null while it stands.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }
}

internal sealed class ArrivalCheckTable : IEntityTypeConfiguration<ArrivalCheckRow>
{
    public void Configure(EntityTypeBuilder<ArrivalCheckRow> builder)
    {
        builder.ToTable("arrival_checks").HasKey(check => check.Id);
        builder.HasIndex(check => check.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(check => check.PatientId);
        builder.Property(check => check.By).AsJson();
    }
}
