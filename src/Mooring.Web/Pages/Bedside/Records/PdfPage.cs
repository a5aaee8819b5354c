using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>
/// The one page that Chromium may read, on loopback under an address that nobody can guess, for as long as it is printed. It
/// is all of Chromium's network: whatever else is asked for, on this machine or outside, is refused. A page that came over
/// HTTP can not reach files either.
/// </summary>
internal sealed class PdfPage : IAsyncDisposable
{
    private const int LongestHead = 16 * 1024;
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly byte[] html;
    private readonly Task serving;

    public PdfPage(string html)
    {
        this.html = Encoding.UTF8.GetBytes(html);
        Address = $"http://record.invalid/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        listener.Start();
        serving = Serve();
    }

    /// <summary>A name that no network has: only this server answers for it.</summary>
    public string Address { get; }

    public string Proxy => $"{listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = Answer(await listener.AcceptSocketAsync(stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Printed.
        }
    }

    private async Task Answer(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var head = new byte[LongestHead];
            var read = 0;
            while (read < head.Length && head.AsSpan(0, read).IndexOf("\r\n\r\n"u8) < 0)
            {
                var count = await stream.ReadAsync(head.AsMemory(read), stop.Token);
                if (count == 0)
                    return;
                read += count;
            }

            var isOurs = Encoding.ASCII.GetString(head, 0, read).StartsWith($"GET {Address} ", StringComparison.Ordinal);
            var status = isOurs ? "200 OK" : "403 Forbidden";
            var body = isOurs ? html : [];
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Security-Policy: {Policy}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), stop.Token);
            await stream.WriteAsync(body, stop.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Chromium has gone, or the printing is over.
        }
    }
}
