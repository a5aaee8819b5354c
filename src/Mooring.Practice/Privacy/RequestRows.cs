using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>Something a patient asked about the record, from when it was received to how it was answered.</summary>
internal sealed class PrivacyRequestRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public PrivacyRequestKind Kind { get; set; }

    public DateOnly ReceivedOn { get; set; }

    public DateOnly DueOn { get; set; }

    public required string Says { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public string? LongerBecause { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public Actor? ClosedBy { get; set; }

    public RequestOutcome? Outcome { get; set; }

    public string? Answer { get; set; }

    public PrivacyRequest AsRequest() => new(Id, PatientId, Kind, ReceivedOn, DueOn, Says, By, LongerBecause, ClosedAt, ClosedBy, Outcome, Answer);
}

/// <summary>A request of a patient about the record.</summary>
/// <param name="LongerBecause">Why more time is taken; null where none is.</param>
public sealed record PrivacyRequest(
    Guid Id, Id<Patient> Patient, PrivacyRequestKind Kind, DateOnly ReceivedOn, DateOnly DueOn, string Says, Actor By, string? LongerBecause, DateTimeOffset? ClosedAt, Actor? ClosedBy, RequestOutcome? Outcome, string? Answer);

/// <summary>A chart that must be kept as it is, because a court or an authority may ask for it.</summary>
internal sealed class LegalHoldRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required string Because { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public Actor? EndedBy { get; set; }

    public LegalHold AsHold() => new(Id, Because, By, At, EndedAt, EndedBy);
}

/// <summary>That a chart is kept as it is, and why.</summary>
public sealed record LegalHold(Guid Id, string Because, Actor By, DateTimeOffset At, DateTimeOffset? EndedAt, Actor? EndedBy);

internal sealed class PrivacyRequestTable : IEntityTypeConfiguration<PrivacyRequestRow>
{
    public void Configure(EntityTypeBuilder<PrivacyRequestRow> builder)
    {
        builder.ToTable("privacy_requests").HasKey(row => row.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.HasIndex(row => new { row.ClinicId, row.ClosedAt });
        builder.Property(row => row.Says).HasMaxLength(RequestDesk.Longest);
        builder.Property(row => row.LongerBecause).HasMaxLength(RequestDesk.Longest);
        builder.Property(row => row.Answer).HasMaxLength(RequestDesk.Longest);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.ClosedBy!).AsJson();
    }
}

internal sealed class LegalHoldTable : IEntityTypeConfiguration<LegalHoldRow>
{
    public void Configure(EntityTypeBuilder<LegalHoldRow> builder)
    {
        builder.ToTable("legal_holds").HasKey(row => row.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.Because).HasMaxLength(RequestDesk.Longest);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.EndedBy!).AsJson();
    }
}
