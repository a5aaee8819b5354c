using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Notes;

/// <summary>A note that was begun. What it says stands in its versions, which are only ever added.</summary>
internal sealed class NoteRow : ChartRow
{
    public Id<Note> Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public NoteKind Kind { get; set; }

    public DateTimeOffset BegunAt { get; set; }

    public required Actor BegunBy { get; set; }

    public required NoteHead Head { get; set; }

    public Note AsNote(IEnumerable<NoteVersionRow> versions, IEnumerable<NoteStepRow> steps) => new(Id, PatientId, Head, BegunBy, BegunAt)
    {
        Versions = [.. versions.OrderBy(row => row.Number).Select(row => row.What)],
        Steps = [.. steps.OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.What)],
    };
}

/// <summary>A signed version: added once, never changed.</summary>
internal sealed class NoteVersionRow : ChartRow
{
    public Id<Note> NoteId { get; set; }

    public int Number { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required NoteVersion What { get; set; }
}

/// <summary>A co-signature asked or given, a draft put away, a letter sent: added once, never changed.</summary>
internal sealed class NoteStepRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Note> NoteId { get; set; }

    public Id<Patient> PatientId { get; set; }

    public DateTimeOffset At { get; set; }

    public required NoteStep What { get; set; }
}

internal sealed class NoteTable : IEntityTypeConfiguration<NoteRow>
{
    public void Configure(EntityTypeBuilder<NoteRow> builder)
    {
        builder.ToTable("notes").HasKey(note => note.Id);
        builder.HasIndex(note => note.PatientId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(note => note.PatientId);
        builder.Property(note => note.BegunBy).AsJson();
        builder.Property(note => note.Head).AsJson();
    }
}

internal sealed class NoteVersionTable : IEntityTypeConfiguration<NoteVersionRow>
{
    public void Configure(EntityTypeBuilder<NoteVersionRow> builder)
    {
        builder.ToTable("note_versions").HasKey(version => new { version.NoteId, version.Number });
        builder.HasIndex(version => version.PatientId);
        builder.HasOne<NoteRow>().WithMany().HasForeignKey(version => version.NoteId);
        builder.Property(version => version.What).AsJson();
    }
}

internal sealed class NoteStepTable : IEntityTypeConfiguration<NoteStepRow>
{
    public void Configure(EntityTypeBuilder<NoteStepRow> builder)
    {
        builder.ToTable("note_steps").HasKey(step => step.Id);
        builder.HasIndex(step => step.PatientId);
        builder.HasIndex(step => step.NoteId);
        builder.HasOne<NoteRow>().WithMany().HasForeignKey(step => step.NoteId);
        builder.Property(step => step.What).AsJson();
    }
}
