using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>The PIN of a member of staff. It lets nobody in: it says again who is signed in already.</summary>
internal sealed class PinRow : ChartRow
{
    public Guid StaffId { get; set; }

    /// <summary>As passwords are kept: salted, and slow to try.</summary>
    public required string PinHash { get; set; }

    public DateTimeOffset SetAt { get; set; }

    /// <summary>Tries since the last right one. It is counted before a try is judged.</summary>
    public int Wrong { get; set; }
}

internal sealed class PinTable : IEntityTypeConfiguration<PinRow>
{
    private const int HashLength = 200;

    public void Configure(EntityTypeBuilder<PinRow> builder)
    {
        builder.ToTable("staff_pins").HasKey(row => row.StaffId);
        builder.Property(row => row.PinHash).HasMaxLength(HashLength);
    }
}
