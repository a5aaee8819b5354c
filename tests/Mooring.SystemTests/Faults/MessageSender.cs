using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Mooring.Devices.Mllp;
using Mooring.Devices.Simulator;

namespace Mooring.SystemTests.Faults;

/// <summary>
/// A monitor that keeps a message until it is acknowledged, remembers what was, and after each reconnection says the
/// last acknowledged one again, as real senders do when they are not sure.
/// </summary>
internal sealed class MessageSender(MonitorIdentity from, Func<ServerProcess?> server)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    // Each message has a second of its own in the past, so that no reading of one is taken for another's.
    private readonly DateTimeOffset begin = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(2);
    private byte[]? last;

    public HashSet<string> Acknowledged { get; } = new(StringComparer.Ordinal);

    public int Unsure { get; private set; }

    public string? LastTrouble { get; private set; }

    public int SentAgain { get; private set; }

    public async Task Run(CancellationToken stop)
    {
        MllpClient? link = null;
        for (var n = 1; !stop.IsCancellationRequested; n++)
        {
            var (id, message) = Message(n);
            while (!Acknowledged.Contains(id) && !stop.IsCancellationRequested)
            {
                try
                {
                    link ??= await Connect(stop);
                    var answer = await link.Ask(message, stop);
                    if (!IsYes(answer, id))
                        throw new IOException($"Not acknowledged: {Encoding.UTF8.GetString(answer)}");
                    Acknowledged.Add(id);
                }
                catch (Exception failure) when (failure is SocketException or IOException or InvalidOperationException or OperationCanceledException)
                {
                    Unsure++;
                    LastTrouble = failure.Message;
                    link?.Dispose();
                    link = null;
                    await Task.Delay(Pause, CancellationToken.None);
                }
            }

            last = message;
        }

        link?.Dispose();
    }

    /// <summary>The n-th message and its control id: the same bytes each time it is asked for.</summary>
    public (string Id, byte[] Bytes) Message(int n)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{from.Device[^2..]}-{n}");
        var signs = new SimulatedSigns(60 + (n % 40), 97, 60 + (n % 40), 14, 38, 36.6, 120, 75);
        return (id, MonitorMessage.Compose(from, signs, null, id, begin.AddSeconds(n)));
    }

    private async Task<MllpClient> Connect(CancellationToken stop)
    {
        var link = await MllpClient.Connect("127.0.0.1", (server() ?? throw new IOException("It is down.")).MllpPort, stop);
        if (last is not null)
        {
            SentAgain++;
            await link.Ask(last, stop);
        }

        return link;
    }

    private static bool IsYes(byte[] answer, string id) =>
        Encoding.UTF8.GetString(answer) is var text
        && (text.Contains($"MSA|CA|{id}", StringComparison.Ordinal) || text.Contains($"MSA|AA|{id}", StringComparison.Ordinal));
}
