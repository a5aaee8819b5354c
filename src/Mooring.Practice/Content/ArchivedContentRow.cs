using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Content;

/// <summary>A piece of content as it was when something was decided on it, so that a later edit never changes the past.</summary>
public sealed class ArchivedContentRow : OwnedRow, IProvenRow
{
    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Hash { get; set; }

    public required string Id { get; set; }

    public required string Text { get; set; }

    public DateTimeOffset KeptAt { get; set; }
}

internal sealed class ArchivedContentTable : IEntityTypeConfiguration<ArchivedContentRow>
{
    public void Configure(EntityTypeBuilder<ArchivedContentRow> builder) =>
        builder.ToTable("content").HasKey(content => new { content.ClinicId, content.Hash });
}
