using System.Net.Sockets;
using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;

namespace Mooring.Devices.Simulator;

/// <summary>Sends the same bytes until they are acknowledged, connecting again with growing pauses.</summary>
public sealed class PersistentSender(string host, int port, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);
    private MllpClient? client;

    public long Acknowledged { get; private set; }

    public long Refused { get; private set; }

    public long Reconnects { get; private set; }

    /// <summary>While set, nothing is sent and the connection is closed: a cable pulled.</summary>
    public bool IsUnplugged { get; set; }

    /// <summary>Returns once the message is acknowledged or refused for good.</summary>
    public async Task Deliver(byte[] message, CancellationToken cancel)
    {
        var pause = FirstPause;
        while (!await Try(message, cancel))
        {
            await Task.Delay(pause, clock, cancel);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    public void Dispose() => client?.Dispose();

    private async Task<bool> Try(byte[] message, CancellationToken cancel)
    {
        if (IsUnplugged)
        {
            Close();
            return false;
        }

        using var time = new CancellationTokenSource(AnswerWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            client ??= await MllpClient.Connect(host, port, either.Token);
            var code = CodeOf(await client.Ask(message, either.Token));
            if (code is "AA" or "CA")
                Acknowledged++;
            else if (code is "AR" or "CR")
                Refused++;
            else
                return false;
            return true;
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            Close();
            Reconnects++;
            return false;
        }
    }

    private void Close()
    {
        client?.Dispose();
        client = null;
    }

    private static string CodeOf(byte[] answer) =>
        Message.Read(answer).Message?.Segments.FirstOrDefault(segment => segment.Name == "MSA")?[1].Text ?? "";
}
