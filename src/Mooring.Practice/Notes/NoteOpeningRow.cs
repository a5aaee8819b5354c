using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Notes;

/// <summary>Why a psychotherapy note is opened for somebody who did not write it.</summary>
public enum SealedReason
{
    /// <summary>The author is ill or not to be reached.</summary>
    AuthorAway,
    AuthorLeft,
    PatientAsks,
    CourtOrder,
}

/// <summary>That a psychotherapy note is open to somebody besides its author: handed over by the author, or opened by two.</summary>
internal sealed class NoteOpeningRow : ChartRow
{
    public Guid Id { get; set; }

    public Id<Patient> PatientId { get; set; }

    public Id<PsychotherapyNote> NoteId { get; set; }

    public Guid ReaderId { get; set; }

    public required string ReaderName { get; set; }

    /// <summary>The author who handed it over, or the first of the two.</summary>
    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null where the author handed it over.</summary>
    public SealedReason? Reason { get; set; }

    public string? Says { get; set; }

    public Actor? SecondBy { get; set; }

    public DateTimeOffset? SecondAt { get; set; }

    /// <summary>Null where the author handed it over, and while the second has not agreed.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>When the author was shown that it was opened.</summary>
    public DateTimeOffset? AuthorSawAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => Reason is null || Until > now;

    public NoteOpening AsOpening() => new(Id, PatientId, NoteId, ReaderName, By, At, Reason, Says, SecondBy, SecondAt, Until);
}

/// <summary>A psychotherapy note that is, was, or shall be open to somebody besides its author.</summary>
/// <param name="Reason">Null where the author handed it over.</param>
public sealed record NoteOpening(
    Guid Id, Id<Patient> Patient, Id<PsychotherapyNote> Note, string Reader, Actor By, DateTimeOffset At, SealedReason? Reason, string? Says, Actor? SecondBy, DateTimeOffset? SecondAt, DateTimeOffset? Until);

internal sealed class NoteOpeningTable : IEntityTypeConfiguration<NoteOpeningRow>
{
    public void Configure(EntityTypeBuilder<NoteOpeningRow> builder)
    {
        builder.ToTable("note_openings").HasKey(row => row.Id);
        builder.HasIndex(row => row.NoteId);
        builder.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.SecondBy!).AsJson();
        builder.Property(row => row.Says).HasMaxLength(SealedNoteDesk.Longest);
        builder.Property(row => row.ReaderName).HasMaxLength(SealedNoteDesk.Longest);
    }
}
