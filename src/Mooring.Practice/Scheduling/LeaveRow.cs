using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Access;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>Somebody is away for hours. Whole days are kept as <see cref="AwayRow"/>, so that their tasks are seen meanwhile.</summary>
internal sealed class LeaveRow : ChartRow
{
    public Id<Leave> Id { get; set; }

    public Guid PersonId { get; set; }

    public DateTimeOffset From { get; set; }

    public DateTimeOffset Until { get; set; }

    public string? Note { get; set; }

    public required Actor By { get; set; }

    /// <summary>The person is here after all.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Leave AsLeave() => new(Id, new(PersonId), From, Until);
}

/// <summary>A leave as the book reads it: hours that were entered as such, or days on which somebody is away.</summary>
internal sealed record LeaveSaid(Leave What, string? Note, Actor By)
{
    public static LeaveSaid Of(AwayRow row, Clinic clinic) => new(
        new(new(row.Id), new(row.StaffId), clinic.InstantOf(row.From, TimeOnly.MinValue), clinic.InstantOf(row.Until.AddDays(1), TimeOnly.MinValue)), row.Note, row.By);

    /// <summary>With whose it is; null for somebody who is not in the book.</summary>
    public LeaveEntry? Named(IReadOnlyList<Resource> resources) => resources.FirstOrDefault(one => one.Id == What.Person) is { } person ? new(What, person.Name, Note, By) : null;
}

/// <summary>A leave with whose it is.</summary>
public sealed record LeaveEntry(Leave What, string Name, string? Note, Actor By);

internal sealed class LeaveTable : IEntityTypeConfiguration<LeaveRow>
{
    public void Configure(EntityTypeBuilder<LeaveRow> builder)
    {
        builder.ToTable("leaves").HasKey(leave => leave.Id);
        builder.HasIndex(leave => new { leave.ClinicId, leave.From });
        builder.Property(leave => leave.By).AsJson();
        builder.Property(leave => leave.Note).HasMaxLength(BookingTexts.Longest);
    }
}
