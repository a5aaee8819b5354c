using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>
/// Reads the times of one message. The zone of MSH-7 stands for every time of the message that has none (HL7 2.x chapter
/// 2); where a profile says that a device writes UTC without saying so, that person's word counts.
/// </summary>
internal sealed class MessageTimes
{
    private readonly Timestamp? sent;
    private readonly TimeZoneInfo zone;
    private readonly TimeSpan? offset;

    private MessageTimes(Timestamp? sent, TimeZoneInfo zone, TimeSpan? offset, DateTimeOffset receivedAt) =>
        (this.sent, this.zone, this.offset, ReceivedAt) = (sent, zone, offset, receivedAt);

    public DateTimeOffset ReceivedAt { get; }

    /// <summary>When the message was sent; null when MSH-7 is no time.</summary>
    public DateTimeOffset? SentAt => sent is { } read ? Instant(read) : null;

    public static MessageTimes Of(Header? header, ReadingTerms terms, DateTimeOffset receivedAt, TimeZoneInfo clinic)
    {
        var stamp = header is null ? null : Timestamp.Read(header.SentAt);
        return new(stamp, terms.Zone(clinic), terms.Profile?.TimeZone.Is == ZoneHabit.Utc ? null : stamp?.Offset, receivedAt);
    }

    /// <summary>The instant of a time as it stands in the message, and that of sending by the same clock.</summary>
    public (DateTimeOffset At, DateTimeOffset? Sent, TimeDoubts Doubts)? Of(string text)
    {
        if (Timestamp.Read(text) is not { } read)
            return null;
        var named = read.Offset is null && offset is not null ? read with { Offset = offset } : read;
        if (Instant(named) is not { } at)
            return null;
        // One clock writes both: where only the value has a zone, the message's time is meant in it too.
        var by = sent is { Offset: null } plain && named.Offset is { } its ? Instant(plain with { Offset = its }) : SentAt;
        return (at, by, named.Offset is null ? TimeDoubts.ZoneAssumed : TimeDoubts.None);
    }

    // An hour that never came is shown by a clock that nobody has put forward yet: it is that of before.
    private DateTimeOffset? Instant(Timestamp stamp) =>
        stamp.Offset is null && zone.IsInvalidTime(stamp.Local) ? (stamp with { Offset = zone.BaseUtcOffset }).In(zone, ReceivedAt) : stamp.In(zone, ReceivedAt);
}
