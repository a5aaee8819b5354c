using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mooring.Storage.Secrets;

/// <summary>A key by which cookies and forms are protected, of all clinics here and of every server of this database. Itself sealed.</summary>
public sealed class CookieKeyRow
{
    /// <summary>What the key calls itself.</summary>
    public required string Name { get; init; }

    public required byte[] Sealed { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class CookieKeyTable : IEntityTypeConfiguration<CookieKeyRow>
{
    public void Configure(EntityTypeBuilder<CookieKeyRow> builder)
    {
        builder.ToTable("cookie_keys").HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(100);
    }
}
