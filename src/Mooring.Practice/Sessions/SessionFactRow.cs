using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Kinetics.Quantities;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Sessions;

/// <summary>A <see cref="SessionFact"/>, without its notices and adverse events.</summary>
internal sealed class SessionFactRow : OwnedRow, IProjectionRow
{
    public Id<Session> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public long Entries { get; set; }

    public required string Protocol { get; set; }

    public required string Drug { get; set; }

    public DoseRoute Route { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public Phase Phase { get; set; }

    public DateTimeOffset? FirstDoseAt { get; set; }

    public DateTimeOffset? DosingEndedAt { get; set; }

    /// <summary>In milligrams, up to when the row was made.</summary>
    public double Milligrams { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    public DateTimeOffset? ReadyAt { get; set; }

    public double? Hours { get; set; }

    public static SessionFactRow Of(SessionFact fact) => new()
    {
        Id = fact.Id,
        PatientId = fact.Patient,
        Entries = fact.Entries,
        Protocol = fact.Protocol,
        Drug = fact.Drug,
        Route = fact.Route,
        OpenedAt = fact.OpenedAt,
        Phase = fact.Phase,
        FirstDoseAt = fact.FirstDoseAt,
        DosingEndedAt = fact.DosingEndedAt,
        Milligrams = fact.IsRunning ? 0 : fact.Total.InMilligrams,
        LeftAt = fact.LeftAt,
        ReadyAt = fact.ReadyAt,
        Hours = fact.Hours,
    };

    public SessionFact AsFact(IEnumerable<NoticeFactRow> notices, IEnumerable<AdverseEventRow> adverse) => new(Id, PatientId, Entries, Protocol, Drug, Route, OpenedAt, Phase)
    {
        FirstDoseAt = FirstDoseAt,
        DosingEndedAt = DosingEndedAt,
        Total = Mass.Milligrams(Milligrams),
        LeftAt = LeftAt,
        ReadyAt = ReadyAt,
        Hours = Hours,
        Notices = [.. notices.OrderBy(row => row.Number).Select(row => row.AsLine())],
        Adverse = [.. adverse.OrderBy(row => row.Number).Select(row => row.AsCase())],
    };
}

internal sealed class SessionFactTable : IEntityTypeConfiguration<SessionFactRow>
{
    public void Configure(EntityTypeBuilder<SessionFactRow> builder)
    {
        builder.ToTable("session_facts").HasKey(fact => fact.Id);
        builder.HasIndex(fact => fact.PatientId);
        builder.HasIndex(fact => new { fact.ClinicId, fact.OpenedAt });
    }
}
