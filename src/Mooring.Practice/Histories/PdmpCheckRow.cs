using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Histories;

internal sealed class PdmpCheckRow : ChartRow
{
    public Id<PdmpCheck> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required string State { get; set; }

    public PdmpOutcome Outcome { get; set; }

    public required string Says { get; set; }

    public DateOnly On { get; set; }

    public required Actor By { get; set; }

    public PdmpCheck AsCheck() => new(Id, State, Outcome, Says, On, By);
}

internal sealed class PdmpCheckTable : IEntityTypeConfiguration<PdmpCheckRow>
{
    public void Configure(EntityTypeBuilder<PdmpCheckRow> builder)
    {
        builder.ToTable("pdmp_checks").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.PatientId, row.On });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.Says).HasMaxLength(PdmpCheck.Longest);
        builder.Property(row => row.State).HasMaxLength(2);
    }
}
