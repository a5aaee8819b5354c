using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Plans;

public enum CallResult
{
    Reached,
    NotReached,
}

/// <summary>What was heard in the call a day after a session. What was not asked is unknown.</summary>
public sealed record FollowUpCall(Id<FollowUpCall> Id, Id<Visit> Visit, CallResult Result, Actor By, DateTimeOffset At)
{
    /// <summary>0 worst to 10 best; null when not asked.</summary>
    public int? Mood { get; init; }

    public string SideEffects { get; init; } = "";

    public string Sleep { get; init; } = "";

    public Finding SuicidalThoughts { get; init; }

    /// <summary>Nobody was reached: when it is tried again; null where nobody said.</summary>
    public DateTimeOffset? TryAgainAt { get; init; }

    /// <summary>What was done; owed when there were suicidal thoughts, or when they could not be asked for.</summary>
    public string Done { get; init; } = "";
}

internal sealed class FollowUpRow : ChartRow
{
    public Id<FollowUpCall> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public Id<Visit> VisitId { get; set; }

    public DateTimeOffset At { get; set; }

    public required FollowUpCall What { get; set; }
}

internal sealed class FollowUpTable : IEntityTypeConfiguration<FollowUpRow>
{
    public void Configure(EntityTypeBuilder<FollowUpRow> builder)
    {
        builder.ToTable("follow_ups").HasKey(call => call.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(call => call.PatientId);
        builder.HasOne<VisitRow>().WithMany().HasForeignKey(call => call.VisitId);
        builder.Property(call => call.What).AsJson();
    }
}
