using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Screening;

/// <summary>A decision as it was made, findings and facts included. Added, and changed only by a medical director who agrees.</summary>
internal sealed class DecisionRow : ChartRow
{
    public Id<EligibilityDecision> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required EligibilityDecision What { get; set; }
}

internal sealed class DecisionTable : IEntityTypeConfiguration<DecisionRow>
{
    public void Configure(EntityTypeBuilder<DecisionRow> builder)
    {
        builder.ToTable("decisions").HasKey(decision => decision.Id);
        builder.HasIndex(decision => new { decision.PatientId, decision.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(decision => decision.PatientId);
        builder.Property(decision => decision.What).AsJson();
    }
}
