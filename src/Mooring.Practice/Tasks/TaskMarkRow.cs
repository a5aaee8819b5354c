using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>
/// The tasks of a patient must be counted anew at this moment: at once, written with the act that changes the chart, or
/// when time alone may change them. Each act writes a row of its own, so that two acts never collide on it.
/// </summary>
internal sealed class TaskMarkRow : OwnedRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset Due { get; set; }
}

internal sealed class TaskMarkTable : IEntityTypeConfiguration<TaskMarkRow>
{
    public void Configure(EntityTypeBuilder<TaskMarkRow> builder)
    {
        builder.ToTable("task_marks").HasKey(mark => mark.Id);
        builder.HasIndex(mark => new { mark.ClinicId, mark.Due });
        builder.HasIndex(mark => mark.PatientId);
    }
}
