using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mooring.Practice.Access.Accounts;

/// <summary>
/// Wrong tries in a row at one door. It belongs to no clinic: who tries has not said yet whose they are. Names and addresses
/// stand in it as hashes.
/// </summary>
internal sealed class SignInDelayRow
{
    public required string Door { get; set; }

    /// <summary>The account that was tried; null where it is any.</summary>
    public string? Account { get; set; }

    public int Failures { get; set; }

    /// <summary>No try is judged before.</summary>
    public DateTimeOffset Until { get; set; }

    public DateTimeOffset LastAt { get; set; }
}

internal sealed class SignInDelayTable : IEntityTypeConfiguration<SignInDelayRow>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<SignInDelayRow> builder)
    {
        builder.ToTable("sign_in_delays").HasKey(delay => delay.Door);
        builder.Property(delay => delay.Door).HasMaxLength(HashLength);
        builder.Property(delay => delay.Account).HasMaxLength(HashLength);
        builder.HasIndex(delay => delay.Account);
        builder.HasIndex(delay => delay.LastAt);
    }
}
