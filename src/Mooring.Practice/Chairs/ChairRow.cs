using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Chairs;

internal sealed class ChairRow : ChartRow
{
    public Id<Chair> Id { get; set; }

    public required string Name { get; set; }

    public required string Room { get; set; }

    public int Order { get; set; }

    public Chair AsChair() => new(Id, Name, Room);
}

internal sealed class ChairTable : IEntityTypeConfiguration<ChairRow>
{
    public void Configure(EntityTypeBuilder<ChairRow> builder)
    {
        builder.ToTable("chairs").HasKey(chair => chair.Id);
        builder.HasIndex(chair => new { chair.ClinicId, chair.Name }).IsUnique();
    }
}
