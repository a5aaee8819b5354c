using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Goals;

/// <summary>How near a patient said they are to a goal. Only ever added.</summary>
/// <param name="Goal">In the words in which it stands in the history.</param>
/// <param name="Value">On the scale of <c>content/note-terms.yaml</c>.</param>
public sealed record GoalRating(Id<GoalRating> Id, string Goal, int Value, Actor By, DateTimeOffset At)
{
    /// <summary>What they said to it.</summary>
    public string Says { get; init; } = "";
}

internal sealed class GoalRow : ChartRow
{
    public Id<GoalRating> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required GoalRating What { get; set; }
}

internal sealed class GoalTable : IEntityTypeConfiguration<GoalRow>
{
    public void Configure(EntityTypeBuilder<GoalRow> builder)
    {
        builder.ToTable("goal_ratings").HasKey(rating => rating.Id);
        builder.HasIndex(rating => rating.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(rating => rating.PatientId);
        builder.Property(rating => rating.What).AsJson();
    }
}
