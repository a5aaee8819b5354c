using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Somebody took a matter, or closed it with an outcome. Never changed; a later row follows it.</summary>
internal sealed class AttentionRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public MatterKind Kind { get; set; }

    public Guid About { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null where it was only taken, or tried.</summary>
    public string? Outcome { get; set; }

    /// <summary>A call that reached nobody: when it is tried again.</summary>
    public DateTimeOffset? NextTry { get; set; }
}

internal sealed class AttentionTable : IEntityTypeConfiguration<AttentionRow>
{
    public void Configure(EntityTypeBuilder<AttentionRow> builder)
    {
        builder.ToTable("attention").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Kind, row.About });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.By).AsJson();
    }
}
