using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical.Locking;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>Why a sign-in ended before its time.</summary>
public enum SignInEnding
{
    SignedOut,

    /// <summary>Somebody signed in on the same browser.</summary>
    TakenOver,

    /// <summary>From the list of sign-ins, by its person.</summary>
    EndedByOneself,

    /// <summary>From the list of sign-ins, by a manager.</summary>
    EndedByManager,
    Disabled,
    LetInAgain,
    RolesChanged,
    PasswordChanged,
    FactorChanged,
}

/// <summary>One sign-in. The cookie only names it: what it may do, until when, and whether it is locked, stands here.</summary>
internal sealed class SignInRow : ChartRow
{
    public Guid Id { get; set; }

    /// <summary>SHA-256 of the random name in the cookie, in hexadecimal: who reads this table can make no cookie.</summary>
    public required string NameHash { get; set; }

    /// <summary>Staff or patient.</summary>
    public Guid PersonId { get; set; }

    public bool IsPatient { get; set; }

    public DateTimeOffset BegunAt { get; set; }

    /// <summary>When its person last opened a page, sent a form or touched the screen; to a third of a minute.</summary>
    public DateTimeOffset ActiveAt { get; set; }

    /// <summary>Where that was: a chair locks sooner than a desk.</summary>
    public Workplace Place { get; set; }

    /// <summary>The network address it began from; empty where it is not known.</summary>
    public required string Address { get; set; }

    /// <summary>The browser in words, such as "Chrome on Android".</summary>
    public required string Device { get; set; }

    /// <summary>It ends then, whatever is done.</summary>
    public DateTimeOffset EndsAt { get; set; }

    public DateTimeOffset? LockedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public SignInEnding? EndedWhy { get; set; }

    public SignInNow AsNow() => new(Id, PersonId, BegunAt, ActiveAt, Place, Device, LockedAt);

    public SignInShown AsShown(DateTimeOffset now) => new(Id, BegunAt, ActiveAt, Address, Device, Place, EndsAt, LockedAt, EndedAt, EndedWhy) { IsLive = EndedAt is null && EndsAt > now };
}

/// <summary>A sign-in that holds.</summary>
public sealed record SignInNow(Guid Id, Guid Person, DateTimeOffset BegunAt, DateTimeOffset ActiveAt, Workplace Place, string Device, DateTimeOffset? LockedAt)
{
    /// <summary>Since when it is locked; null while it is open.</summary>
    public LockedScreen? Locked(IdleLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return IdleLock.Since(ActiveAt, LockedAt, limits.At(Place), now) is { } since ? new(Id, Device, since) : null;
    }
}

/// <summary>A sign-in as its list shows it.</summary>
public sealed record SignInShown(
    Guid Id, DateTimeOffset BegunAt, DateTimeOffset ActiveAt, string Address, string Device, Workplace Place, DateTimeOffset EndsAt, DateTimeOffset? LockedAt, DateTimeOffset? EndedAt, SignInEnding? EndedWhy)
{
    public bool IsLive { get; init; }
}

internal sealed class SignInTable : IEntityTypeConfiguration<SignInRow>
{
    private const int HashLength = 64;
    private const int TextLength = 100;

    public void Configure(EntityTypeBuilder<SignInRow> builder)
    {
        builder.ToTable("sign_ins").HasKey(row => row.Id);
        builder.HasIndex(row => row.NameHash).IsUnique();
        builder.HasIndex(row => new { row.ClinicId, row.PersonId, row.EndsAt });
        builder.Property(row => row.NameHash).HasMaxLength(HashLength);
        builder.Property(row => row.Address).HasMaxLength(TextLength);
        builder.Property(row => row.Device).HasMaxLength(TextLength);
    }
}
