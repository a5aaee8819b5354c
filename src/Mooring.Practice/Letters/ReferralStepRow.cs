using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Letters;

/// <summary>A step of a referral that was done. Only ever added.</summary>
internal sealed class ReferralStepRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Referral> ReferralId { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required ReferralStepDone What { get; set; }
}

internal sealed class ReferralStepTable : IEntityTypeConfiguration<ReferralStepRow>
{
    public void Configure(EntityTypeBuilder<ReferralStepRow> builder)
    {
        builder.ToTable("referral_steps").HasKey(step => step.Id);
        builder.HasIndex(step => step.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(step => step.PatientId);
        builder.Property(step => step.What).AsJson();
    }
}
