using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>
/// A sign-in that an earlier version ended. Nothing is written here any more (see <see cref="SignInRow"/>); the table stays for one
/// version, so that the one before still runs on it when an upgrade is taken back.
/// </summary>
internal sealed class EndedSignInRow : OwnedRow
{
    /// <summary>The random name the sign-in was given.</summary>
    public required string Visit { get; set; }

    public DateTimeOffset EndedAt { get; set; }
}

internal sealed class EndedSignInTable : IEntityTypeConfiguration<EndedSignInRow>
{
    public void Configure(EntityTypeBuilder<EndedSignInRow> builder)
    {
        builder.ToTable("ended_visits").HasKey(ended => ended.Visit);
        builder.HasIndex(ended => ended.EndedAt);
    }
}
