using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical.Journals;

namespace Mooring.Storage.Journals;

/// <summary>One entry of a journal, as it was hashed. Rows are only ever added.</summary>
internal sealed class JournalRow : OwnedRow
{
    /// <summary>What the journal is about: see <see cref="JournalName"/>.</summary>
    public required string Subject { get; set; }

    public Guid SubjectId { get; set; }

    public long Seq { get; set; }

    public Guid EventId { get; set; }

    /// <summary>The canonical bytes: what was hashed is what is kept and read.</summary>
    public required byte[] Bytes { get; set; }

    public required byte[] Hash { get; set; }

    public ChainLink AsLink() => new(Seq, Bytes, Hash);
}

internal sealed class JournalTable : IEntityTypeConfiguration<JournalRow>
{
    private const int SubjectLength = 32;

    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        // Two writers who both saw entry n can not both write n + 1: the second starts again from what is true now.
        builder.ToTable("journal").HasKey(entry => new { entry.Subject, entry.SubjectId, entry.Seq });
        builder.HasIndex(entry => entry.EventId).IsUnique();
        builder.Property(entry => entry.Subject).HasMaxLength(SubjectLength);
    }
}
