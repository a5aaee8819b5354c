using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Courses;

/// <summary>A course and the phases that its protocol had when it began. Its plans name it; plans signed before name none.</summary>
internal sealed class CourseRow : ChartRow
{
    /// <summary>The id of the plan that began it.</summary>
    public Id<Course> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required string ProtocolId { get; set; }

    public required IReadOnlyList<PlannedPhase> Phases { get; set; }

    /// <summary>When somebody last acted on it; two who act at once are told apart by it.</summary>
    public DateTimeOffset? ActedAt { get; set; }
}

/// <summary>One step in the life of a course; added, never changed.</summary>
internal sealed class CourseEventRow : ChartRow
{
    public Id<CourseEvent> Id { get; set; }

    public Id<Course> CourseId { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required CourseEvent What { get; set; }
}

internal sealed class CourseTable : IEntityTypeConfiguration<CourseRow>
{
    public void Configure(EntityTypeBuilder<CourseRow> builder)
    {
        builder.ToTable("courses").HasKey(course => course.Id);
        builder.HasIndex(course => course.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(course => course.PatientId);
        builder.Property(course => course.Phases).AsJson();
    }
}

internal sealed class CourseEventTable : IEntityTypeConfiguration<CourseEventRow>
{
    public void Configure(EntityTypeBuilder<CourseEventRow> builder)
    {
        builder.ToTable("course_events").HasKey(step => step.Id);
        builder.HasIndex(step => new { step.PatientId, step.At });
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(step => step.PatientId);
        builder.HasOne<CourseRow>().WithMany().HasForeignKey(step => step.CourseId);
        builder.Property(step => step.What).AsJson();
    }
}
