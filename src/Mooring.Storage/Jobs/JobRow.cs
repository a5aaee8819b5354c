using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;

namespace Mooring.Storage.Jobs;

/// <summary>A job of the house or of one clinic: when it is due, who has it now, and how it went.</summary>
public sealed class JobRow
{
    /// <summary>The name, and the clinic where there is one.</summary>
    public required string Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Null where it is the whole house's.</summary>
    public Id<Clinic>? Clinic { get; set; }

    public DateTimeOffset Due { get; set; }

    /// <summary>Which claim holds it, a new one each time; null while nobody works on it.</summary>
    public Guid? LeasedBy { get; set; }

    /// <summary>Until when, unless it is made longer: whoever died gives it back by that.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>How often it failed since it was done last.</summary>
    public int Attempts { get; set; }

    /// <summary>The kind of the last failure. Never its message, which may say more than a table should.</summary>
    public string? LastError { get; set; }

    public DateTimeOffset? LastFailed { get; set; }

    public DateTimeOffset? LastDone { get; set; }
}

internal sealed class JobRowTable : IEntityTypeConfiguration<JobRow>
{
    private const int IdLength = 120;
    private const int ErrorLength = 200;

    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("jobs").HasKey(job => job.Id);
        builder.HasIndex(job => job.Due);
        builder.Property(job => job.Id).HasMaxLength(IdLength);
        builder.Property(job => job.Name).HasMaxLength(IdLength);
        builder.Property(job => job.LastError).HasMaxLength(ErrorLength);
    }
}
