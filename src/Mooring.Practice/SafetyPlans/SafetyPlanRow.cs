using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.SafetyPlans;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.SafetyPlans;

/// <summary>A safety plan as it was agreed. Never changed; a later one takes its place.</summary>
internal sealed class SafetyPlanRow : ChartRow
{
    public Id<SafetyPlan> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required SafetyPlan Plan { get; set; }
}

internal sealed class SafetyPlanTable : IEntityTypeConfiguration<SafetyPlanRow>
{
    public void Configure(EntityTypeBuilder<SafetyPlanRow> builder)
    {
        builder.ToTable("safety_plans").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.PatientId, row.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.Plan).AsJson();
    }
}
