using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Storage.Journals;

/// <summary>One entry, as it was hashed. Rows are only ever added.</summary>
internal sealed class JournalRow : ClinicRow
{
    public Id<Session> SessionId { get; set; }

    public long Seq { get; set; }

    public Guid EventId { get; set; }

    /// <summary>The canonical bytes: what was hashed is what is kept and read.</summary>
    public required byte[] Bytes { get; set; }

    public required byte[] Hash { get; set; }

    public ChainLink AsLink() => new(Seq, Bytes, Hash);
}

internal sealed class JournalMapping : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        // Two writers who both saw entry n can not both write n + 1: the second starts again from what is true now.
        builder.ToTable("journal").HasKey(entry => new { entry.SessionId, entry.Seq });
        builder.HasIndex(entry => entry.EventId).IsUnique();
    }
}
