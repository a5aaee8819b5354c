using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mooring.Devices.Mllp;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;

namespace Mooring.SystemTests.Devices;

/// <summary>Real connections, each address of loopback standing for a machine of its own.</summary>
public class TenThousandSockets
{
    private const int Sockets = 10_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.66")]
    [InlineData("127.0.0.1")]
    public async Task Of_one_address_keep_no_known_monitor_out_not_even_of_that_address(string attacker)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { Mllp = new() });
        var seats = new List<MonitoredSeat>();
        for (var number = 1; number <= 3; number++)
            seats.Add(await MonitoredSeat.Seat(clinic, number));
        using (var before = await seats[0].Monitor())
            await before.Ask(seats[0].Message("B1", Now, null, MonitoredSeat.HeartRate(70)), Cancel);
        using var attack = new Attack(attacker, clinic.MllpPort);
        await attack.Open(Sockets);

        var slowest = TimeSpan.Zero;
        foreach (var seat in seats)
        {
            var began = Stopwatch.GetTimestamp();
            await Patience.Until(() => Answered(clinic, seat), () => $"an answer to {seat.Device}");
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{attack.Opened} sockets of {attacker}; the slowest of {seats.Count} known monitors was answered after {slowest.TotalMilliseconds:0} ms.");
        Assert.Equal(Sockets, attack.Opened);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    // One try, as a monitor makes it: connect, send, wait for the answer.
    private static async Task<bool> Answered(TestClinic clinic, MonitoredSeat seat)
    {
        try
        {
            using var monitor = await MllpClient.Connect("127.0.0.1", clinic.MllpPort, Cancel);
            return Encoding.UTF8.GetString(await monitor.Ask(seat.Message("K1", Now, null, MonitoredSeat.HeartRate(71)), Cancel)).Contains("MSA|CA|K1", StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            return false;
        }
    }

    private sealed class Attack(string from, int port) : IDisposable
    {
        private readonly List<Socket> sockets = [];

        public int Opened => sockets.Count;

        public async Task Open(int many)
        {
            while (sockets.Count < many)
            {
                Socket[] next = [.. Enumerable.Range(0, 200).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))];
                sockets.AddRange(next);
                await Task.WhenAll(next.Select(Connect));
            }
        }

        public void Dispose() => sockets.ForEach(socket => socket.Dispose());

        private async Task Connect(Socket socket)
        {
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(IPAddress.Loopback, port, Cancel);
            }
            catch (SocketException)
            {
                // Closed before it was open: refused as well.
            }
        }
    }
}
