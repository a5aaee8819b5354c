using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Staffing;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>A stay of somebody in the house.</summary>
internal sealed class PresenceRow : ChartRow
{
    public Guid Id { get; set; }

    public required Actor Who { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>Null while this person is here.</summary>
    public DateTimeOffset? Until { get; set; }

    public bool HasAdvancedLifeSupport { get; set; }

    public OnSite AsOnSite(RoleRights rights) => new(rights.Give(Who), Since, HasAdvancedLifeSupport);
}

internal sealed class PresenceTable : IEntityTypeConfiguration<PresenceRow>
{
    public void Configure(EntityTypeBuilder<PresenceRow> builder)
    {
        builder.ToTable("presence").HasKey(row => row.Id);
        builder.Property(row => row.Who).AsJson();
        builder.HasIndex(row => new { row.ClinicId, row.Since });
    }
}
