using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

internal sealed class AppointmentRow : ChartRow
{
    public Id<Appointment> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required string Type { get; set; }

    /// <summary>By which its lengths were laid; null for what is no dosing.</summary>
    public string? Protocol { get; set; }

    public Id<Visit>? VisitId { get; set; }

    public Id<Series>? SeriesId { get; set; }

    public DateTimeOffset Start { get; set; }

    public DateTimeOffset End { get; set; }

    public required string Zone { get; set; }

    public DateTime Wall { get; set; }

    /// <summary>The clinic's day of it.</summary>
    public DateOnly Day { get; set; }

    public required IReadOnlyList<ResourceUse> Uses { get; set; }

    public required IReadOnlyList<OnSiteTime> OnSite { get; set; }

    public bool InClinic { get; set; }

    public int? GapLeast { get; set; }

    public int? GapMost { get; set; }

    public AppointmentState State { get; set; }

    public DateTimeOffset? HoldUntil { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>When the patient said they would come, where they said they are late.</summary>
    public DateTimeOffset? ExpectedAt { get; set; }

    public string? Note { get; set; }

    public string? Ride { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public EndCause? Cause { get; set; }

    public bool IsLateCancel { get; set; }

    /// <summary>Why it was moved, canceled or missed, the last time.</summary>
    public string? Because { get; set; }

    public string? OverrideReason { get; set; }

    public Actor? OverrideBy { get; set; }

    public IReadOnlyList<string>? Overridden { get; set; }

    /// <summary>Grows with each change that a calendar shows.</summary>
    public int Sequence { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public Appointment AsAppointment() => new()
    {
        Id = Id,
        Patient = PatientId,
        Type = Type,
        Start = Start,
        End = End,
        Zone = Zone,
        Wall = Wall,
        Uses = Uses,
        OnSite = OnSite,
        InClinic = InClinic,
        Spacing = GapLeast is { } least ? new(least, GapMost) : null,
        State = State,
        HoldUntil = HoldUntil,
        Visit = VisitId,
        Series = SeriesId,
    };

    /// <summary>Takes over when it is and what it holds.</summary>
    public void Take(Appointment placed)
    {
        (Start, End, Zone, Wall, Day) = (placed.Start, placed.End, placed.Zone, placed.Wall, placed.Day);
        (Uses, OnSite, InClinic) = (placed.Uses, placed.OnSite, placed.InClinic);
        (GapLeast, GapMost) = (placed.Spacing?.Least, placed.Spacing?.Most);
    }
}

internal sealed class AppointmentTable : IEntityTypeConfiguration<AppointmentRow>
{
    public void Configure(EntityTypeBuilder<AppointmentRow> builder)
    {
        builder.ToTable("appointments").HasKey(appointment => appointment.Id);
        builder.HasIndex(appointment => new { appointment.ClinicId, appointment.Start });
        builder.HasIndex(appointment => new { appointment.ClinicId, appointment.Day });
        builder.HasIndex(appointment => appointment.PatientId);
        builder.HasIndex(appointment => appointment.VisitId);
        builder.HasIndex(appointment => appointment.SeriesId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(appointment => appointment.PatientId);
        builder.Property(appointment => appointment.Wall).HasConversion(wall => wall.Ticks, ticks => new DateTime(ticks, DateTimeKind.Unspecified));
        builder.Property(appointment => appointment.Uses).AsJson();
        builder.Property(appointment => appointment.OnSite).AsJson();
        builder.Property(appointment => appointment.OverrideBy!).AsJson();
        builder.Property(appointment => appointment.Overridden!).AsJson();
        builder.Property(appointment => appointment.Note).HasMaxLength(BookingTexts.Longest);
        builder.Property(appointment => appointment.Ride).HasMaxLength(BookingTexts.Longest);
        builder.Property(appointment => appointment.Because).HasMaxLength(BookingTexts.Longest);
        builder.Property(appointment => appointment.OverrideReason).HasMaxLength(BookingTexts.Longest);
    }
}
