using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage;

namespace Mooring.Practice.Access.Accounts;

/// <summary>What somebody signs in with beside, or instead of, the password.</summary>
public enum FactorKind
{
    /// <summary>An app that shows a code which changes every half minute.</summary>
    App,

    /// <summary>A key on a phone, a computer or a stick, that asks for a finger, a face or a PIN of its own.</summary>
    Passkey,
}

/// <summary>
/// A second factor of somebody: its name and dates. The secret of an app and the public key of a passkey are ASP.NET Core
/// Identity's; this row is why adding and removing one stands in the audit trail.
/// </summary>
internal sealed class FactorRow : ChartRow
{
    public Guid Id { get; set; }

    public Guid StaffId { get; set; }

    public FactorKind Kind { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>Which passkey; null for an app.</summary>
    public byte[]? CredentialId { get; set; }
}

/// <summary>A code that was used: it opens nothing a second time.</summary>
internal sealed class UsedCodeRow
{
    public Guid StaffId { get; set; }

    public required string Code { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class FactorTable : IEntityTypeConfiguration<FactorRow>
{
    public void Configure(EntityTypeBuilder<FactorRow> builder)
    {
        builder.ToTable("sign_in_factors").HasKey(factor => factor.Id);
        builder.HasIndex(factor => factor.StaffId);
        builder.Property(factor => factor.Name).HasMaxLength(FactorDesk.NameLength);
    }
}

internal sealed class UsedCodeTable : IEntityTypeConfiguration<UsedCodeRow>
{
    private const int CodeLength = 16;

    public void Configure(EntityTypeBuilder<UsedCodeRow> builder)
    {
        builder.ToTable("used_codes").HasKey(used => new { used.StaffId, used.Code });
        builder.Property(used => used.Code).HasMaxLength(CodeLength);
        builder.HasIndex(used => used.At);
    }
}
