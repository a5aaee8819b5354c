using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Sessions;

/// <summary>One notice as it was counted when the patient left.</summary>
internal sealed class NoticeFactRow : OwnedRow, IProjectionRow
{
    public Id<Session> SessionId { get; set; }

    /// <summary>Its place among those of its session, from 0.</summary>
    public int Number { get; set; }

    public required string Group { get; set; }

    public LimitLevel Level { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset EndedAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public double SecondsBeyond { get; set; }

    public bool IsTechnical { get; set; }

    public static NoticeFactRow Of(SessionFact fact, NoticeLine line, int number) => new()
    {
        SessionId = fact.Id,
        Number = number,
        Group = line.Group,
        Level = line.Level,
        OpenedAt = line.OpenedAt,
        EndedAt = line.EndedAt,
        AnsweredAt = line.AnsweredAt,
        SecondsBeyond = line.SecondsBeyond,
        IsTechnical = line.IsTechnical,
    };

    public NoticeLine AsLine() => new(Group, Level, OpenedAt, EndedAt) { AnsweredAt = AnsweredAt, SecondsBeyond = SecondsBeyond, IsTechnical = IsTechnical };
}

internal sealed class NoticeFactTable : IEntityTypeConfiguration<NoticeFactRow>
{
    public void Configure(EntityTypeBuilder<NoticeFactRow> builder) =>
        builder.ToTable("session_notices").HasKey(notice => new { notice.SessionId, notice.Number });
}
