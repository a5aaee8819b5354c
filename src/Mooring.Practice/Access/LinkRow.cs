using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Storage;
using Mooring.Storage.Audit;

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

    /// <summary>Choose another password; once. The second factor stays.</summary>
    NewPassword,

    /// <summary>Be rid of every second factor, by the password of now; once.</summary>
    NewFactors,

    /// <summary>Choose another password and be rid of every second factor; once.</summary>
    NewStart,
}

/// <summary>A link without a password. Only a hash of its token is kept, so that a stolen database opens nothing.</summary>
public sealed class LinkRow : ChartRow
{
    public required byte[] TokenHash { get; set; }

    public LinkKind Kind { get; set; }

    /// <summary>Whose link: a staff id or a patient id; empty for a set-up link.</summary>
    public Guid SubjectId { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    [NotProven]
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Wrong birth dates of an earlier version; <see cref="LinkTriesRow"/> counts over all links of a person.</summary>
    [NotProven]
    public int Failures { get; set; }

    /// <summary>Null in links of an earlier version.</summary>
    public DateTimeOffset? MadeAt { get; set; }

    public string? MadeBy { get; set; }

    /// <summary>The phone, the mail address, or that it was handed over; as whoever made it wrote.</summary>
    public string? SentTo { get; set; }

    public DateTimeOffset? LastOpenedAt { get; set; }

    /// <summary>The hash of what the first device that opened it was given; no other device opens it then.</summary>
    public byte[]? Device { get; set; }

    /// <summary>What that device says that it is.</summary>
    public string? DeviceName { get; set; }

    /// <summary>Ended before its time: by a newer link, or by the clinic. Sign-ins by it end with it.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}

/// <summary>
/// How often a birth date of somebody was tried, over all of their links. No chart row: it is counted before anybody is known,
/// by the database itself, and each try has its line in the access log.
/// </summary>
internal sealed class LinkTriesRow : OwnedRow
{
    public Guid SubjectId { get; set; }

    /// <summary>In this window.</summary>
    public int Tries { get; set; }

    /// <summary>How many windows in a row were used up.</summary>
    public int UsedUp { get; set; }

    /// <summary>When this window ends.</summary>
    public DateTimeOffset Until { get; set; }
}

internal sealed class LinkTriesTable : IEntityTypeConfiguration<LinkTriesRow>
{
    public void Configure(EntityTypeBuilder<LinkTriesRow> builder) => builder.ToTable("link_tries").HasKey(row => row.SubjectId);
}

internal sealed class LinkTable : IEntityTypeConfiguration<LinkRow>
{
    public void Configure(EntityTypeBuilder<LinkRow> builder)
    {
        builder.ToTable("links").HasKey(link => link.TokenHash);
        builder.HasIndex(link => link.SubjectId);
        builder.Property(link => link.MadeBy).HasMaxLength(PatientLinkDesk.Longest);
        builder.Property(link => link.SentTo).HasMaxLength(PatientLinkDesk.Longest);
        builder.Property(link => link.DeviceName).HasMaxLength(PatientLinkDesk.Longest);
        builder.Property(link => link.EndedBy).HasMaxLength(PatientLinkDesk.Longest);
    }
}
