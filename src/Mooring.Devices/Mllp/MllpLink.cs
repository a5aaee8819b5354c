using System.Net.Sockets;

namespace Mooring.Devices.Mllp;

/// <summary>One connection, from its first byte to its last.</summary>
internal sealed class MllpLink(
    Socket socket,
    Source source,
    Func<ReadOnlyMemory<byte>, Source, CancellationToken, ValueTask<Answer>> keep,
    MllpLimits limits,
    TimeProvider clock,
    Action<LinkNotice> notice)
{
    private readonly FrameReader frames = new(limits.MostBytes);
    private readonly Queue<Frame> waiting = new();
    private readonly byte[] buffer = new byte[16 * 1024];
    private long? begunAt;

    public async Task Run(CancellationToken cancel)
    {
        Tell(LinkEvent.Connected, "Connected.");
        var why = "The peer closed the connection.";
        try
        {
            using (socket)
            {
                while (await Receive(cancel))
                {
                    while (waiting.TryDequeue(out var frame))
                        await Take(frame, cancel);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            why = "The listener stopped.";
        }
        catch (OperationCanceledException)
        {
            why = begunAt is null ? "Nothing came for too long." : "A message was begun and not finished in time.";
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException)
        {
            why = $"The connection broke: {failure.Message}";
        }
        // What the host throws must not take the listener down; unanswered, the sender will send again.
        catch (Exception failure)
        {
            Tell(LinkEvent.Failed, $"The message could not be kept: {failure.Message}");
            why = "Closed unanswered, so that the sender sends again.";
        }

        Tell(LinkEvent.Closed, why);
    }

    private async Task<bool> Receive(CancellationToken cancel)
    {
        var allowed = begunAt is { } begun ? limits.WholeMessageWithin - clock.GetElapsedTime(begun) : limits.IdleFor;
        using var time = new CancellationTokenSource(allowed > TimeSpan.Zero ? allowed : TimeSpan.FromMilliseconds(1), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        var count = await socket.ReceiveAsync(buffer, SocketFlags.None, either.Token);
        if (count == 0)
            return false;
        var before = waiting.Count;
        frames.Feed(buffer.AsSpan(0, count), waiting.Enqueue);
        begunAt = !frames.IsInside ? null : waiting.Count > before || begunAt is null ? clock.GetTimestamp() : begunAt;
        return true;
    }

    private async Task Take(Frame frame, CancellationToken cancel)
    {
        if (frame.Dropped is { } why)
        {
            Tell(LinkEvent.Dropped, $"Dropped {why}.");
            return;
        }

        var answer = await keep(frame.Bytes, source, cancel);
        using var time = new CancellationTokenSource(limits.AnswerTakenWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        var rest = answer.Wire;
        while (!rest.IsEmpty)
            rest = rest[await socket.SendAsync(rest, SocketFlags.None, either.Token)..];
    }

    private void Tell(LinkEvent what, string says) => notice(new(what, source, says, clock.GetUtcNow()));
}
