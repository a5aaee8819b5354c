using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Consents;

/// <summary>A signed consent. Changed only by being taken back.</summary>
internal sealed class ConsentRow : ChartRow
{
    public Id<SignedConsent> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required string FormId { get; set; }

    public DateTimeOffset SignedAt { get; set; }

    public required SignedConsent What { get; set; }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> builder)
    {
        builder.ToTable("consents").HasKey(consent => consent.Id);
        builder.HasIndex(consent => new { consent.PatientId, consent.FormId });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(consent => consent.PatientId);
        builder.Property(consent => consent.What).AsJson();
    }
}
