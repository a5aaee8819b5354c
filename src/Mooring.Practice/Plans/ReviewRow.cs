using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Plans;

internal sealed class ReviewRow : ChartRow
{
    public Id<CourseReview> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required CourseReview What { get; set; }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<ReviewRow>
{
    public void Configure(EntityTypeBuilder<ReviewRow> builder)
    {
        builder.ToTable("reviews").HasKey(review => review.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(review => review.PatientId);
        builder.Property(review => review.What).AsJson();
    }
}
