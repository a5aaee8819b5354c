using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Notes;

/// <summary>What came up after a session, for everyone who treats this person. Only ever added.</summary>
public sealed record IntegrationNote(Id<IntegrationNote> Id, string Text, int? Session, Actor By, DateTimeOffset At);

/// <summary>A psychotherapy note. Its text is only there for a therapist; others see that it exists.</summary>
public sealed record PsychotherapyNote(Id<PsychotherapyNote> Id, Actor By, DateTimeOffset At, string? Text);

internal sealed class IntegrationNoteRow : ChartRow
{
    public Id<IntegrationNote> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required IntegrationNote What { get; set; }
}

internal sealed class PsychotherapyNoteRow : ChartRow
{
    public Id<PsychotherapyNote> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required Actor By { get; set; }

    /// <summary>Sealed; bound to this note and patient.</summary>
    [NotProven]
    public required byte[] Text { get; set; }
}

internal sealed class IntegrationNoteTable : IEntityTypeConfiguration<IntegrationNoteRow>
{
    public void Configure(EntityTypeBuilder<IntegrationNoteRow> builder)
    {
        builder.ToTable("integration_notes").HasKey(note => note.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(note => note.PatientId);
        builder.Property(note => note.What).AsJson();
    }
}

internal sealed class PsychotherapyNoteTable : IEntityTypeConfiguration<PsychotherapyNoteRow>
{
    public void Configure(EntityTypeBuilder<PsychotherapyNoteRow> builder)
    {
        builder.ToTable("psychotherapy_notes").HasKey(note => note.Id);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(note => note.PatientId);
        builder.Property(note => note.By).AsJson();
    }
}
