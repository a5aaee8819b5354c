using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

internal sealed class WaitRow : ChartRow
{
    public Id<Waiting> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required IReadOnlyList<string> Types { get; set; }

    public required IReadOnlyList<WaitWindow> Windows { get; set; }

    public int NoticeHours { get; set; }

    public WaitPriority Priority { get; set; }

    public DateTimeOffset Since { get; set; }

    public DateOnly? Until { get; set; }

    public string? Note { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedBecause { get; set; }

    /// <summary>The appointment that they got.</summary>
    public Id<Appointment>? AppointmentId { get; set; }

    public Waiting AsWaiting() => new(Id, PatientId, Types, Windows, TimeSpan.FromHours(NoticeHours), Priority, Since, Until);
}

internal sealed class WaitTable : IEntityTypeConfiguration<WaitRow>
{
    public void Configure(EntityTypeBuilder<WaitRow> builder)
    {
        builder.ToTable("waitlist").HasKey(wait => wait.Id);
        builder.HasIndex(wait => new { wait.ClinicId, wait.ClosedAt });
        builder.HasIndex(wait => wait.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(wait => wait.PatientId);
        builder.Property(wait => wait.Types).AsJson();
        builder.Property(wait => wait.Windows).AsJson();
        builder.Property(wait => wait.By).AsJson();
        builder.Property(wait => wait.Note).HasMaxLength(BookingTexts.Longest);
        builder.Property(wait => wait.ClosedBecause).HasMaxLength(BookingTexts.Longest);
    }
}
