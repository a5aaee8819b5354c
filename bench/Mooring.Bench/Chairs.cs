using System.Net.Sockets;

namespace Mooring.Bench;

/// <summary>A monitor at a chair: one message a second on its own connection, and it says what an answer took.</summary>
internal static class Chairs
{
    public static async Task Send(int port, Place place, int number, Figures acknowledged, Counters counters, CancellationToken stop)
    {
        var message = new PatchedMessage(new(place.Device, place.Number, "BENCH^ROOM^CHAIR"));
        var buffer = new byte[4096];
        var count = 0L;
        // Their seconds are not each other's.
        await Task.Delay(TimeSpan.FromMilliseconds(number * 5 % 1000), stop);
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync("127.0.0.1", port, stop);
                while (await beat.WaitForNextTickAsync(stop))
                {
                    message.Write((number * 10_000_000L) + ++count, TimeProvider.System.GetUtcNow(), 60 + (int)(count % 40));
                    var begun = TimeProvider.System.GetTimestamp();
                    await socket.SendAsync(message.Framed, stop);
                    await Monitors.Yes(socket, buffer);
                    acknowledged.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
                    Interlocked.Increment(ref counters.Sent);
                }
            }
            catch (Exception failure) when (failure is SocketException or IOException or OperationCanceledException)
            {
                if (!stop.IsCancellationRequested)
                    Interlocked.Increment(ref counters.Reconnected);
            }
        }
    }
}
