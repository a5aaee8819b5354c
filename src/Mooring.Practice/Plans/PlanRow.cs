using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Plans;

/// <summary>A signed plan with the content it was made on. A later one takes its place.</summary>
internal sealed class PlanRow : ChartRow
{
    public Id<Plan> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    /// <summary>The course that it belongs to; null where it was signed before courses were kept.</summary>
    public Id<Course>? CourseId { get; set; }

    public DateTimeOffset SignedAt { get; set; }

    public required Plan What { get; set; }

    public required ContentPin Monitoring { get; set; }

    public required ContentPin Consent { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBecause { get; set; }

    /// <summary>The second clinician, where the dose goes above the top of the protocol's range; null until one confirmed.</summary>
    public Actor? ConfirmedBy { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public SignedPlan AsPlan() => new(What, PatientId, Monitoring, Consent, EndedAt, EndedBecause) { ConfirmedBy = ConfirmedBy, ConfirmedAt = ConfirmedAt };
}

/// <summary>A plan and what became of it.</summary>
/// <param name="Monitoring">The monitoring pack as it was at signing.</param>
public sealed record SignedPlan(
    Plan What, Id<Patient> Patient, ContentPin Monitoring, ContentPin Consent, DateTimeOffset? EndedAt, string? EndedBecause)
{
    public Actor? ConfirmedBy { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>No session is opened on it before a second clinician confirmed.</summary>
    public bool AwaitsConfirmation => EndedAt is null && ConfirmedBy is null && What.NeedsConfirmation.Any();
}

internal sealed class PlanTable : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder)
    {
        builder.ToTable("plans").HasKey(plan => plan.Id);
        builder.HasIndex(plan => new { plan.PatientId, plan.SignedAt });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(plan => plan.PatientId);
        builder.Property(plan => plan.What).AsJson();
        builder.Property(plan => plan.Monitoring).AsJson();
        builder.Property(plan => plan.Consent).AsJson();
        builder.Property(plan => plan.ConfirmedBy!).AsJson();
    }
}
