using System.Diagnostics;
using System.Net.Sockets;
using Mooring.Devices.Mllp;

namespace Mooring.Bench;

/// <summary>Monitors that send one message after another, each on its own connection, and count the yeses.</summary>
internal static class Monitors
{
    /// <summary>Messages acknowledged a second by whoever listens at the port.</summary>
    public static async Task<double> Flood(int port, IReadOnlyList<Place> places, int connections, int run, TimeSpan howLong)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(1, connections).Select(monitor => Task.Run(() => One(port, places[monitor - 1], monitor, run, watch, howLong))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> One(int port, Place place, int monitor, int run, Stopwatch watch, TimeSpan howLong)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        var message = new PatchedMessage(new(place.Device, place.Number, "BENCH^ROOM^CHAIR"));
        var buffer = new byte[4096];
        // A second of its own in the past for each message: nothing sent is ever a double of anything.
        var begin = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(60 + run);
        var count = 0;
        for (; watch.Elapsed < howLong; count++)
        {
            message.Write((run * 100_000_000L) + (monitor * 100_000L) + count, begin.AddSeconds(count), 60 + (count % 40));
            await socket.SendAsync(message.Framed);
            await Yes(socket, buffer);
        }

        return count;
    }

    /// <summary>Waits for one whole answer; throws when it is not a yes.</summary>
    public static async Task Yes(Socket socket, byte[] buffer)
    {
        var filled = 0;
        while (filled == 0 || buffer.AsSpan(0, filled).IndexOf(Frame.End) < 0)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (count == 0)
                throw new IOException("The receiver closed the connection.");
            filled += count;
        }

        var answer = buffer.AsSpan(0, filled);
        if (answer.IndexOf("MSA|CA|"u8) < 0 && answer.IndexOf("MSA|AA|"u8) < 0)
            throw new IOException($"Not acknowledged: {System.Text.Encoding.ASCII.GetString(answer)}");
    }
}
