using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Storage;

namespace Mooring.Practice.Chairs;

/// <summary>A room, monitor or car of the book; or what the clinic says of a chair or a person in it.</summary>
internal sealed class ResourceRow : ChartRow
{
    /// <summary>Letters in the name of a room or thing, at most.</summary>
    public const int LongestName = 60;

    public Id<Resource> Id { get; set; }

    public ResourceKind Kind { get; set; }

    /// <summary>Null where a chair or a person has the name.</summary>
    public string? Name { get; set; }

    public int? Capacity { get; set; }

    public int? MinutesBefore { get; set; }

    public int? MinutesAfter { get; set; }

    public int? StartsApart { get; set; }

    /// <summary>It is used no more, and stays named wherever it was.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}

internal sealed class ResourceTable : IEntityTypeConfiguration<ResourceRow>
{
    public void Configure(EntityTypeBuilder<ResourceRow> builder)
    {
        builder.ToTable("book_resources").HasKey(resource => resource.Id);
        builder.Property(resource => resource.Name).HasMaxLength(ResourceRow.LongestName);
        builder.HasIndex(resource => new { resource.ClinicId, resource.Kind, resource.Name }).IsUnique().HasFilter("\"Name\" IS NOT NULL");
    }
}
