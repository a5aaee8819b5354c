using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Plans;

/// <summary>What has become of a planned contact.</summary>
public enum VisitState
{
    Planned,
    Arrived,
    Done,
    Missed,
    Canceled,
}

internal sealed class VisitRow : ChartRow
{
    public Id<Visit> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public Id<Plan> PlanId { get; set; }

    public VisitKind Kind { get; set; }

    /// <summary>The dosing session of the course that it belongs to, from 1.</summary>
    public int Session { get; set; }

    /// <summary>The phase of the course, from 0; null where it was laid out before courses had phases.</summary>
    public int? Phase { get; set; }

    public DateOnly On { get; set; }

    public DateOnly Until { get; set; }

    public required string What { get; set; }

    public required IReadOnlyList<string> Instruments { get; set; }

    public VisitState State { get; set; }

    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>The day on which the plan laid it; null while it was not moved.</summary>
    public DateOnly? LaidOn { get; set; }

    /// <summary>The last day on which it counts by the plan; null while it was not moved.</summary>
    public DateOnly? LaidUntil { get; set; }

    /// <summary>Why it is not on the day that the plan laid it.</summary>
    public string? MovedBecause { get; set; }

    /// <summary>The dosing session that was opened for it.</summary>
    public Id<Session>? SessionId { get; set; }

    public PlannedVisit AsVisit() =>
        new(Id, PatientId, PlanId, new(Kind, Session, On, Until, What, Instruments) { Phase = Phase ?? 0 }, State, ArrivedAt, MovedBecause, SessionId) { MovedFrom = LaidOn == On ? null : LaidOn };

    /// <summary>The days on which it counts by the plan, wherever it was moved since.</summary>
    public (DateOnly From, DateOnly Until) Laid => (LaidOn ?? On, LaidUntil ?? Until);

    /// <summary>
    /// Lays it on another day, with the reason. Within the days of the plan it counts as long as it did; beyond them, as many days
    /// as the plan gave it.
    /// </summary>
    public void Move(DateOnly to, string because)
    {
        var (from, until) = Laid;
        (LaidOn, LaidUntil, MovedBecause) = (from, until, because);
        (On, Until) = (to, from <= to && to <= until ? until : to.AddDays(until.DayNumber - from.DayNumber));
    }
}

/// <summary>A contact as it stands.</summary>
/// <param name="SessionId">The dosing session that was opened for it; null before.</param>
public sealed record PlannedVisit(
    Id<Visit> Id, Id<Patient> Patient, Id<Plan> Plan, Visit What, VisitState State, DateTimeOffset? ArrivedAt, string? MovedBecause, Id<Session>? SessionId)
{
    /// <summary>The day on which the plan laid it; null where it lies on it.</summary>
    public DateOnly? MovedFrom { get; init; }
}

internal sealed class VisitTable : IEntityTypeConfiguration<VisitRow>
{
    public void Configure(EntityTypeBuilder<VisitRow> builder)
    {
        builder.ToTable("visits").HasKey(visit => visit.Id);
        builder.HasIndex(visit => new { visit.ClinicId, visit.On });
        builder.HasIndex(visit => visit.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(visit => visit.PatientId);
        builder.HasOne<PlanRow>().WithMany().HasForeignKey(visit => visit.PlanId);
        builder.Property(visit => visit.Instruments).AsJson();
    }
}
