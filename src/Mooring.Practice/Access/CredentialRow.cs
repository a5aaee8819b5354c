using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Staffing;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>A license or certificate of somebody who works here. It is never taken away: an end is written on it.</summary>
internal sealed class CredentialRow : ChartRow
{
    public Id<Credential> Id { get; set; }

    public Guid StaffId { get; set; }

    public required string Kind { get; set; }

    public string? Number { get; set; }

    public DateOnly? Until { get; set; }

    public Guid? SupervisorId { get; set; }

    public string? SupervisorName { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public CredentialEnd? Ended { get; set; }

    public DateOnly? EndedOn { get; set; }

    public string? EndedBecause { get; set; }

    public Actor? EndedBy { get; set; }

    public Credential AsCredential() => new(Id, StaffId, Kind, Until)
    {
        Number = Number,
        Supervisor = SupervisorName,
        By = By,
        At = At,
        Ended = Ended,
        EndedOn = EndedOn,
        EndedBecause = EndedBecause,
    };
}

internal sealed class CredentialTable : IEntityTypeConfiguration<CredentialRow>
{
    public void Configure(EntityTypeBuilder<CredentialRow> builder)
    {
        builder.ToTable("credentials").HasKey(row => row.Id);
        builder.HasIndex(row => new { row.ClinicId, row.StaffId });
        builder.Property(row => row.By).AsJson();
        builder.Property(row => row.EndedBy!).AsJson();
        builder.Property(row => row.Number).HasMaxLength(CredentialDesk.LongestText);
        builder.Property(row => row.EndedBecause).HasMaxLength(CredentialDesk.LongestText);
    }
}
