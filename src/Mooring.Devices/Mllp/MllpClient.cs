using System.Net.Sockets;

namespace Mooring.Devices.Mllp;

/// <summary>The sending side: one connection, one message in flight.</summary>
public sealed class MllpClient : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly FrameReader frames = new(1024 * 1024);
    private readonly Queue<byte[]> answers = new();

    /// <summary>Connects; throws <see cref="SocketException"/> when nobody listens.</summary>
    public static async Task<MllpClient> Connect(string host, int port, CancellationToken cancel)
    {
        var client = new MllpClient();
        try
        {
            await client.socket.ConnectAsync(host, port, cancel);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message and waits for one answer; throws <see cref="IOException"/> when the peer closes first.</summary>
    public async Task<byte[]> Ask(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        await Write(Frame.Wrap(message.Span), cancel);
        return await Answer(cancel);
    }

    /// <summary>Writes bytes as they are, framed or not: tests break the rules with it.</summary>
    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, cancel)..];
    }

    /// <summary>The next message that the other side sends.</summary>
    public async Task<byte[]> Answer(CancellationToken cancel)
    {
        var buffer = new byte[4096];
        byte[]? answer;
        while (!answers.TryDequeue(out answer))
        {
            var count = await socket.ReceiveAsync(buffer, SocketFlags.None, cancel);
            if (count == 0)
                throw new IOException("The other side closed the connection before it answered.");
            frames.Feed(buffer.AsSpan(0, count), frame =>
            {
                if (frame.Dropped is null)
                    answers.Enqueue(frame.Bytes);
            });
        }

        return answer;
    }

    public void Dispose() => socket.Dispose();
}
