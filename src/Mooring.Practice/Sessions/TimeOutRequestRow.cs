using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Sessions;

/// <summary>One person has read drug and dose and waits for a second one to do the same under their own sign-in.</summary>
internal sealed class TimeOutRequestRow : ChartRow
{
    /// <summary>The id of the event to come, so that asking twice asks once.</summary>
    public Guid Id { get; set; }

    public Id<Session> SessionId { get; set; }

    public required Actor AskedBy { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    public required string Drug { get; set; }

    public double Milligrams { get; set; }

    /// <summary>Confirmed, or overtaken by a later one.</summary>
    public bool IsDone { get; set; }

    public TimeOutAsked AsAsked() => new(Id, AskedBy, AskedAt, Drug, Milligrams);
}

internal sealed class TimeOutRequestTable : IEntityTypeConfiguration<TimeOutRequestRow>
{
    public void Configure(EntityTypeBuilder<TimeOutRequestRow> builder)
    {
        builder.ToTable("time_out_requests").HasKey(request => request.Id);
        builder.HasIndex(request => request.SessionId);
        builder.Property(request => request.AskedBy).AsJson();
    }
}

/// <summary>A time-out that waits for its second person.</summary>
public sealed record TimeOutAsked(Guid Id, Actor By, DateTimeOffset At, string Drug, double Milligrams);
