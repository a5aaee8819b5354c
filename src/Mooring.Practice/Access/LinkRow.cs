using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>What a link lets its holder do.</summary>
public enum LinkKind
{
    /// <summary>Name the clinic and make its first manager; once.</summary>
    SetUp,

    /// <summary>Choose a password; once.</summary>
    Join,

    /// <summary>Sign in as a member of a demo clinic's staff; on loopback only.</summary>
    Demo,

    /// <summary>A patient's own pages, after the birth date.</summary>
    Patient,
}

/// <summary>A link without a password. Only a hash of its token is kept, so that a stolen database opens nothing.</summary>
public sealed class LinkRow : ChartRow
{
    public required byte[] TokenHash { get; set; }

    public LinkKind Kind { get; set; }

    /// <summary>Whose link: a staff id or a patient id; empty for a set-up link.</summary>
    public Guid SubjectId { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Wrong birth dates in a row; too many and the link is dead.</summary>
    public int Failures { get; set; }
}

internal sealed class LinkTable : IEntityTypeConfiguration<LinkRow>
{
    public void Configure(EntityTypeBuilder<LinkRow> builder)
    {
        builder.ToTable("links").HasKey(link => link.TokenHash);
        builder.HasIndex(link => link.SubjectId);
    }
}
