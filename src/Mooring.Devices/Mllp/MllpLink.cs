using System.Net.Sockets;
using System.Security.Authentication;

namespace Mooring.Devices.Mllp;

/// <summary>One connection, from its first byte to its last.</summary>
internal sealed class MllpLink(
    Socket socket,
    Source source,
    Func<ReadOnlyMemory<byte>, Source, CancellationToken, ValueTask<Answer>> keep,
    MllpLimits limits,
    TimeProvider clock,
    Action<LinkNotice> notice,
    MllpCertificates? certificates = null)
{
    private Source peer = source;
    private readonly FrameReader frames = new(limits.MostBytes);
    private readonly Queue<Frame> waiting = new();
    private readonly byte[] buffer = new byte[16 * 1024];
    private long? begunAt;

    public async Task Run(CancellationToken cancel)
    {
        var why = "The peer closed the connection.";
        try
        {
            using var plain = new NetworkStream(socket, ownsSocket: true);
            var stream = certificates is null ? plain : await Welcome(certificates, plain, cancel);
            await using (stream)
            {
                Tell(LinkEvent.Connected, "Connected.");
                while (await Receive(stream, cancel))
                {
                    while (waiting.TryDequeue(out var frame))
                        await Take(stream, frame, cancel);
                }
            }
        }
        catch (AuthenticationException refused)
        {
            Tell(LinkEvent.Refused, $"Refused: no certificate that this gateway takes. {refused.Message}");
            return;
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

    private async Task<bool> Receive(Stream stream, CancellationToken cancel)
    {
        var allowed = begunAt is { } begun ? limits.WholeMessageWithin - clock.GetElapsedTime(begun) : limits.IdleFor;
        using var time = new CancellationTokenSource(allowed > TimeSpan.Zero ? allowed : TimeSpan.FromMilliseconds(1), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        var count = await stream.ReadAsync(buffer, either.Token);
        if (count == 0)
            return false;
        var before = waiting.Count;
        frames.Feed(buffer.AsSpan(0, count), waiting.Enqueue);
        begunAt = !frames.IsInside ? null : waiting.Count > before || begunAt is null ? clock.GetTimestamp() : begunAt;
        return true;
    }

    private async Task Take(Stream stream, Frame frame, CancellationToken cancel)
    {
        if (frame.Dropped is { } why)
        {
            Tell(LinkEvent.Dropped, $"Dropped {why}.");
            if (frame.IsTooLong)
                await Say(stream, Refusing.TooLong(frame.Bytes, limits.MostBytes, clock.GetUtcNow()), cancel);
            return;
        }

        foreach (var message in Batch.Messages(frame.Bytes))
            await Say(stream, await keep(message, peer, cancel), cancel);
    }

    private async Task Say(Stream stream, Answer answer, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(limits.AnswerTakenWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        await stream.WriteAsync(answer.Wire, either.Token);
    }

    // A handshake that is dripped is cut off like a message that is.
    private async Task<Stream> Welcome(MllpCertificates mine, Stream plain, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(limits.WholeMessageWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        var (safe, by) = await mine.Welcome(plain, either.Token);
        peer = peer with { Certificate = by };
        return safe;
    }

    private void Tell(LinkEvent what, string says) => notice(new(what, peer, says, clock.GetUtcNow()));
}
