using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>A secret address under which a calendar program reads the book of one resource. Only its hash is kept.</summary>
internal sealed class FeedRow : ChartRow
{
    public Id<Feed> Id { get; set; }

    public required byte[] TokenHash { get; set; }

    public Guid ResourceId { get; set; }

    public required string Name { get; set; }

    public required Actor By { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public Feed AsFeed() => new(Id, new(ResourceId), Name, By, At);
}

/// <summary>A calendar feed that somebody made, without its address: that is shown once.</summary>
/// <param name="Name">What its maker calls it, such as the phone it is for.</param>
public sealed record Feed(Id<Feed> Id, Id<Clinical.Scheduling.Resource> Resource, string Name, Actor By, DateTimeOffset At);

internal sealed class FeedTable : IEntityTypeConfiguration<FeedRow>
{
    public void Configure(EntityTypeBuilder<FeedRow> builder)
    {
        builder.ToTable("calendar_feeds").HasKey(feed => feed.Id);
        builder.HasIndex(feed => feed.TokenHash).IsUnique();
        builder.HasIndex(feed => new { feed.ClinicId, feed.ResourceId });
        builder.Property(feed => feed.By).AsJson();
        builder.Property(feed => feed.Name).HasMaxLength(FeedDesk.LongestName);
    }
}
