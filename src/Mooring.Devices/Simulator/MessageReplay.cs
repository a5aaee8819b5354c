using System.Text;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Simulator;

/// <summary>A message as it was kept.</summary>
public sealed record RecordedMessage(byte[] Bytes, DateTimeOffset ReceivedAt);

/// <summary>How recorded messages are sent again.</summary>
public sealed record ReplaySettings
{
    /// <summary>1 is as it was; 60 makes an hour a minute.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Move all times with the message, so that each value is as old as it was when it came; otherwise they stay.</summary>
    public bool NewTimes { get; init; }

    /// <summary>Give each message a control id of its own, so that a gateway which knows it takes it again.</summary>
    public bool NewIds { get; init; }
}

/// <summary>
/// Sends recorded messages again, in their order and at their pace. What is not asked to be changed goes out byte for
/// byte as it came.
/// </summary>
public sealed class MessageReplay(ReplaySettings settings, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>How many messages have been acknowledged or refused.</summary>
    public long Sent { get; private set; }

    public async Task Run(IAsyncEnumerable<RecordedMessage> messages, Func<byte[], CancellationToken, Task> send, CancellationToken cancel)
    {
        (DateTimeOffset Recorded, DateTimeOffset Now)? before = null;
        await foreach (var message in messages.WithCancellation(cancel))
        {
            // By the distance from the one before: a pause of the night is not slept through.
            if (before is var (recorded, sentAt))
            {
                var due = sentAt + Shorter((message.ReceivedAt - recorded) / settings.Speed);
                if (due - clock.GetUtcNow() is { Ticks: > 0 } wait)
                    await Task.Delay(wait, clock, cancel);
            }

            var now = clock.GetUtcNow();
            before = (message.ReceivedAt, now);
            await send(Rewritten(message, now), cancel);
            Sent++;
        }
    }

    /// <summary>The message as it goes out at <paramref name="now"/>.</summary>
    public byte[] Rewritten(RecordedMessage message, DateTimeOffset now)
    {
        if (!settings.NewTimes && !settings.NewIds)
            return message.Bytes;
        // Each byte is one character, so that what is not rewritten stays as it was in any character set.
        var lines = Encoding.Latin1.GetString(message.Bytes).Split('\r');
        if (lines[0].Length < 8 || !lines[0].StartsWith("MSH", StringComparison.Ordinal))
            return message.Bytes;
        var mark = lines[0][3];
        for (var i = 0; i < lines.Length; i++)
        {
            var fields = lines[i].Split(mark);
            if (settings.NewIds && fields[0] == "MSH" && fields.Length > 9)
                fields[9] += FormattableString.Invariant($"-R{now.ToUnixTimeMilliseconds():x}");
            if (settings.NewTimes)
            {
                foreach (var at in TimesOf(fields[0]).Where(at => at < fields.Length))
                    fields[at] = Moved(fields[at], now - message.ReceivedAt);
            }

            lines[i] = string.Join(mark, fields);
        }

        return Encoding.Latin1.GetBytes(string.Join('\r', lines));
    }

    private static TimeSpan Shorter(TimeSpan wait) => wait < LongestWait ? wait : LongestWait;

    // Positions in the line: MSH has one less, for its first field is the mark itself.
    private static IEnumerable<int> TimesOf(string segment) => segment switch
    {
        "MSH" => [6],
        "OBR" => [7, 8],
        "OBX" => [14],
        _ => [],
    };

    // In the zone it was written in, with its zone or without one; what is no time stays.
    private static string Moved(string text, TimeSpan by)
    {
        if (Timestamp.Read(text) is not { } stamp)
            return text;
        var local = new DateTimeOffset(stamp.Local, stamp.Offset ?? TimeSpan.Zero) + by;
        var written = Timestamp.Write(local);
        return stamp.Offset is null ? written[..written.LastIndexOfAny(['+', '-'])] : written;
    }
}
