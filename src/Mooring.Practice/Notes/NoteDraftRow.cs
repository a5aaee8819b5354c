using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Notes;

/// <summary>What somebody types and has not signed: one of each writer, so that two at one note both keep their work.</summary>
/// <param name="BasedOn">The version that the writer had before them; 0 for none.</param>
/// <param name="Page">The page from which it was last saved; another page that shows something older is told so.</param>
public sealed record NoteDraft(NoteText Text, int BasedOn, string Reason, Guid Page, DateTimeOffset SavedAt);

/// <summary>Saved every few seconds, so it is no part of the audit trail: only what is signed is.</summary>
internal sealed class NoteDraftRow : OwnedRow
{
    public Id<Note> NoteId { get; set; }

    public Guid AuthorId { get; set; }

    public Id<Patient> PatientId { get; set; }

    public required Actor By { get; set; }

    public required NoteText Text { get; set; }

    public int BasedOn { get; set; }

    public string Reason { get; set; } = "";

    public Guid Page { get; set; }

    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Signed or put away; what still arrives from its page says nothing new.</summary>
    public bool IsDone { get; set; }

    public NoteDraft AsDraft() => new(Text, BasedOn, Reason, Page, SavedAt);
}

internal sealed class NoteDraftTable : IEntityTypeConfiguration<NoteDraftRow>
{
    public void Configure(EntityTypeBuilder<NoteDraftRow> builder)
    {
        builder.ToTable("note_drafts").HasKey(draft => new { draft.NoteId, draft.AuthorId });
        builder.HasIndex(draft => draft.PatientId);
        builder.HasOne<NoteRow>().WithMany().HasForeignKey(draft => draft.NoteId);
        builder.Property(draft => draft.By).AsJson();
        builder.Property(draft => draft.Text).AsJson();
        builder.Property(draft => draft.SavedAt).IsConcurrencyToken();
    }
}
