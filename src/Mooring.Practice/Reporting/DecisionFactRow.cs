using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Reporting;

/// <summary>What was decided about.</summary>
internal enum DecisionKind
{
    Eligibility,
    Risk,
    CourseReview,
}

/// <summary>A decision about a patient's care: what was chosen, by whom and when. The reasons stay with the decision itself.</summary>
internal sealed class DecisionFactRow : OwnedRow, IProjectionRow
{
    /// <summary>Of the decision.</summary>
    public Guid Id { get; set; }

    public DecisionKind Kind { get; set; }

    public Id<Patient> PatientId { get; set; }

    /// <summary>As of which version of the decision.</summary>
    public int Version { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid ById { get; set; }

    public required string Choice { get; set; }
}

internal sealed class DecisionFactTable : IEntityTypeConfiguration<DecisionFactRow>
{
    public void Configure(EntityTypeBuilder<DecisionFactRow> builder)
    {
        builder.ToTable("decision_facts").HasKey(decision => decision.Id);
        builder.HasIndex(decision => new { decision.ClinicId, decision.Kind, decision.At });
        builder.HasIndex(decision => decision.PatientId);
    }
}
