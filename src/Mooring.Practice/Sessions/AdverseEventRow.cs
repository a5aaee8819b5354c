using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Sessions;

/// <summary>An adverse event as its session says that it stands, or as a clinician judged what was told after one.</summary>
internal sealed class AdverseEventRow : OwnedRow, IProjectionRow
{
    /// <summary>The entry that recorded it, or the judgement.</summary>
    public Guid Id { get; set; }

    /// <summary>How it became known; null where it was seen in a session.</summary>
    public ToldBy? ToldBy { get; set; }

    /// <summary>Of the judgement that it was made from; null where it was seen in a session.</summary>
    public int? Version { get; set; }

    /// <summary>All zeros where it was told after one.</summary>
    public Id<Session> SessionId { get; set; }

    public Id<Patient> PatientId { get; set; }

    /// <summary>Its place among those of its session, from 0.</summary>
    public int Number { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Term { get; set; }

    public int Grade { get; set; }

    public bool Serious { get; set; }

    public AdverseOutcome Outcome { get; set; }

    public Causality Causality { get; set; }

    public required string Action { get; set; }

    public string? Verbatim { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public static AdverseEventRow Of(SessionFact fact, AdverseCase adverse, int number) => new()
    {
        Id = adverse.Id,
        SessionId = fact.Id,
        PatientId = fact.Patient,
        Number = number,
        At = adverse.At,
        Term = adverse.What.Term,
        Grade = adverse.What.Grade,
        Serious = adverse.What.Serious,
        Outcome = adverse.What.Outcome,
        Causality = adverse.What.Causality,
        Action = adverse.What.Action,
        Verbatim = adverse.What.Verbatim,
        EndedAt = adverse.What.EndedAt,
    };

    public AdverseCase AsCase() => new(Id, At, new(Term, Grade, Action, Outcome) { Verbatim = Verbatim, Serious = Serious, Causality = Causality, EndedAt = EndedAt });
}

internal sealed class AdverseEventTable : IEntityTypeConfiguration<AdverseEventRow>
{
    public void Configure(EntityTypeBuilder<AdverseEventRow> builder)
    {
        builder.ToTable("adverse_events").HasKey(adverse => adverse.Id);
        builder.HasIndex(adverse => adverse.SessionId);
        builder.HasIndex(adverse => new { adverse.ClinicId, adverse.At });
    }
}
