using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Coverage;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Coverage;

/// <summary>A card that the patient showed. One that ended stays, for the claims of its time.</summary>
internal sealed class InsuranceCardRow : ChartRow
{
    public Id<InsuranceCard> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required InsuranceCard Card { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>When it was taken off; null while it is used.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class InsuranceCardTable : IEntityTypeConfiguration<InsuranceCardRow>
{
    public void Configure(EntityTypeBuilder<InsuranceCardRow> builder)
    {
        builder.ToTable("insurance_cards").HasKey(row => row.Id);
        builder.HasIndex(row => row.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.Card).AsJson();
        builder.Property(row => row.By).AsJson();
    }
}
