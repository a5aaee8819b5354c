using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>Something of a chart that left the house: one line for a patient and a transfer. Only ever added.</summary>
internal sealed class DisclosureRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required Disclosure What { get; set; }
}

/// <summary>Who gave what to whom, on what ground and how.</summary>
/// <param name="Consent">The consent that covered it, where one did.</param>
/// <param name="Hash">SHA-256 over what left, in hexadecimal; null for paper.</param>
/// <param name="Labels">Codes of FHIR's security labels, with spaces between.</param>
/// <param name="Notice">The version of the notice that went along; null for none.</param>
public sealed record Disclosure(
    Guid Id, DateTimeOffset At, Actor By, string To, DisclosureBasis Basis, Guid? Consent, string What, string? Hash, string Labels, int? Notice, string How);

internal sealed class DisclosureTable : IEntityTypeConfiguration<DisclosureRow>
{
    public void Configure(EntityTypeBuilder<DisclosureRow> builder)
    {
        builder.ToTable("disclosures").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.PatientId, row.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.What).AsJson();
    }
}
