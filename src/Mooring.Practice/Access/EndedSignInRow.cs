using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>A sign-in that was ended before its time: the cookie still says yes, and this says no.</summary>
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
