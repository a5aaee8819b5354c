using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Risk;

/// <summary>What a clinician decided on one screener. Never changed; a later one follows it.</summary>
internal sealed class RiskDecisionRow : ChartRow
{
    public Id<RiskDisposition> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    /// <summary>The screener that was decided on.</summary>
    public Id<AnswerSheet> ScreenerId { get; set; }

    public required string Level { get; set; }

    public required string Decided { get; set; }

    public DosingAnswer Dosing { get; set; }

    /// <summary>Only at the gravest level, where dosing may go on.</summary>
    public HighRiskGround? Ground { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <param name="rights">Whether it counts for dosing is asked of the roles that its author had.</param>
    public RiskDisposition AsDisposition(RoleRights rights) => new(rights.Give(By), At, Decided, Dosing) { Ground = Ground };
}

internal sealed class RiskDecisionTable : IEntityTypeConfiguration<RiskDecisionRow>
{
    public void Configure(EntityTypeBuilder<RiskDecisionRow> builder)
    {
        builder.ToTable("risk_decisions").HasKey(row => row.Id);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.Ground!).AsJson();
        builder.HasIndex(row => new { row.PatientId, row.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
    }
}
