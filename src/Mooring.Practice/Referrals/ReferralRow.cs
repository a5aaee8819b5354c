using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Referrals;

internal sealed class ReferralRow : ChartRow
{
    public Id<Referral> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required string From { get; set; }

    public required string Reason { get; set; }

    public Urgency Urgency { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public Referral AsReferral() => new(Id, PatientId, From, Reason, ReceivedAt) { Urgency = Urgency };
}

internal sealed class ReferralTable : IEntityTypeConfiguration<ReferralRow>
{
    public void Configure(EntityTypeBuilder<ReferralRow> builder)
    {
        builder.ToTable("referrals").HasKey(referral => referral.Id);
        builder.HasIndex(referral => referral.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(referral => referral.PatientId);
    }
}
