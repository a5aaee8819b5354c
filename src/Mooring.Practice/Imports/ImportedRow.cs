using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Imports;

/// <summary>What an earlier import brought to a chart: how to know it again, and whether the clinic changed it since.</summary>
internal sealed class ImportedRow : OwnedRow, IProvenRow
{
    public Id<Patient> PatientId { get; set; }

    /// <summary>The thing's list and name, or <c>who</c> for the person.</summary>
    public required string What { get; set; }

    /// <summary>Fingerprint of what the file said.</summary>
    public string Said { get; set; } = "";

    /// <summary>Fingerprint of what then stood in the chart.</summary>
    public string Kept { get; set; } = "";
}

/// <summary>A name that a person has in another record.</summary>
internal sealed class PersonKeyRow : OwnedRow, IProvenRow
{
    public required string Key { get; set; }

    public Id<Patient> PatientId { get; set; }
}

internal sealed class ImportedTable : IEntityTypeConfiguration<ImportedRow>, IEntityTypeConfiguration<PersonKeyRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("imported").HasKey(row => new { row.PatientId, row.What });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
    }

    // The key makes it impossible that two imports at once make two charts of one person.
    public void Configure(EntityTypeBuilder<PersonKeyRow> builder)
    {
        builder.ToTable("person_keys").HasKey(row => new { row.ClinicId, row.Key });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
    }
}
