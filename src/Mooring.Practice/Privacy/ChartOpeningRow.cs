using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>That somebody from outside its care team opened a restricted chart, why, and what another person said of it.</summary>
internal sealed class ChartOpeningRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public OpeningKind Kind { get; set; }

    public Guid ById { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset Until { get; set; }

    /// <summary>Null while it was not said: at a chair it is asked afterwards.</summary>
    public OpeningReason? Reason { get; set; }

    public string? Says { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    public Actor? ReviewedBy { get; set; }

    public ReviewFinding? Finding { get; set; }

    public string? Outcome { get; set; }

    public ChartOpening AsOpening() => new(Id, PatientId, Kind, By, At, Until, Reason, Says) { ReviewedAt = ReviewedAt, ReviewedBy = ReviewedBy, Finding = Finding, Outcome = Outcome };
}

/// <summary>A restricted chart that was opened from outside its care team.</summary>
/// <param name="Reason">Null while it was not said.</param>
public sealed record ChartOpening(Guid Id, Id<Patient> Patient, OpeningKind Kind, Actor By, DateTimeOffset At, DateTimeOffset Until, OpeningReason? Reason, string? Says)
{
    public DateTimeOffset? ReviewedAt { get; init; }

    public Actor? ReviewedBy { get; init; }

    public ReviewFinding? Finding { get; init; }

    public string? Outcome { get; init; }
}

internal sealed class ChartOpeningTable : IEntityTypeConfiguration<ChartOpeningRow>
{
    public void Configure(EntityTypeBuilder<ChartOpeningRow> builder)
    {
        builder.ToTable("chart_openings").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.PatientId, row.ById, row.Until });
        builder.HasIndex(row => new { row.ClinicId, row.ReviewedAt });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.ReviewedBy!).AsJson();
        builder.Property(row => row.Says).HasMaxLength(OpeningDesk.Longest);
        builder.Property(row => row.Outcome).HasMaxLength(OpeningDesk.Longest);
    }
}
