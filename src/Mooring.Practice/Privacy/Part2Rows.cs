using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>That something of a chart is a record of substance use treatment.</summary>
internal sealed class Part2MarkRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public Part2Item Kind { get; set; }

    public required string Item { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public Actor? EndedBy { get; set; }
}

/// <summary>A written consent of the patient to disclose such records, with the elements of 42 CFR 2.31.</summary>
internal sealed class Part2ConsentRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required Part2Consent What { get; set; }

    public DateOnly? LastDay { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public Actor? RevokedBy { get; set; }

    public string? RevokedHow { get; set; }

    public KeptConsent AsKept() => new(Id, What, RevokedAt, RevokedBy, RevokedHow);
}

/// <summary>What the patient signed.</summary>
/// <param name="Discloser">Who discloses, by name or class.</param>
/// <param name="What">What, specific and meaningful.</param>
/// <param name="Expires">The event after which it ends, or none.</param>
/// <param name="Signed">The name under it.</param>
/// <param name="TakenBy">Who took it.</param>
public sealed record Part2Consent(
    Part2Scope Scope, string Discloser, string What, string Recipient, string Purpose, DateOnly? LastDay, string? Expires, string Signed, DateOnly SignedOn, Actor TakenBy, DateTimeOffset At);

/// <summary>A consent and what became of it.</summary>
public sealed record KeptConsent(Guid Id, Part2Consent What, DateTimeOffset? RevokedAt, Actor? RevokedBy, string? RevokedHow)
{
    public StandingConsent Standing => new(Id, What.Scope, What.Recipient, What.LastDay, RevokedAt is not null);
}

internal sealed class Part2MarkTable : IEntityTypeConfiguration<Part2MarkRow>
{
    public void Configure(EntityTypeBuilder<Part2MarkRow> builder)
    {
        builder.ToTable("part2_marks").HasKey(row => row.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.Item).HasMaxLength(Part2Desk.Longest);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.EndedBy!).AsJson();
    }
}

internal sealed class Part2ConsentTable : IEntityTypeConfiguration<Part2ConsentRow>
{
    public void Configure(EntityTypeBuilder<Part2ConsentRow> builder)
    {
        builder.ToTable("part2_consents").HasKey(row => row.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.What).AsJson();
        builder.Property(row => row.RevokedBy!).AsJson();
        builder.Property(row => row.RevokedHow).HasMaxLength(Part2Desk.Longest);
    }
}
