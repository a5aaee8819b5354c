using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Mooring.SystemTests.Network;

/// <summary>A reverse proxy as small as can be: ends TLS, says who came, under which name and how, and hands on.</summary>
internal sealed class SmallProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate;
    private readonly Uri to;
    private readonly string client;

    /// <param name="client">The address that it says a visitor has: all of them come from this machine.</param>
    public SmallProxy(X509Certificate2 certificate, Uri to, string client)
    {
        (this.certificate, this.to, this.client) = (certificate, to, client);
        listener.Start();
        _ = Run();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Dispose();

    private async Task Run()
    {
        try
        {
            while (true)
                _ = Hand(await listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Hand(TcpClient visitor)
    {
        using (visitor)
        {
            await using var safe = new SslStream(visitor.GetStream());
            await safe.AuthenticateAsServerAsync(certificate);
            using var server = new TcpClient();
            await server.ConnectAsync(to.Host, to.Port);
            var (head, rest) = await Head(safe);
            var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ToList();
            var host = lines.Find(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase))![5..].Trim();
            var said = lines.Find(line => line.StartsWith("X-Forwarded-For:", StringComparison.OrdinalIgnoreCase))?[16..].Trim();
            lines.RemoveAll(line => line.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase));
            // As nginx and Caddy do it: what the visitor says of itself stands first, what the proxy saw last.
            lines.AddRange([$"Host: {host}", $"X-Forwarded-For: {(said is null ? client : $"{said}, {client}")}", "X-Forwarded-Proto: https", $"X-Forwarded-Host: {host}", "Connection: close"]);
            await server.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"));
            await server.GetStream().WriteAsync(rest);
            _ = safe.CopyToAsync(server.GetStream());
            await server.GetStream().CopyToAsync(safe);
        }
    }

    private static async Task<(string Lines, byte[] Body)> Head(Stream from)
    {
        List<byte> read = [];
        var buffer = new byte[4096];
        while (true)
        {
            var count = await from.ReadAsync(buffer);
            if (count == 0)
                throw new IOException("The visitor left.");
            read.AddRange(buffer[..count]);
            var text = Encoding.Latin1.GetString([.. read]);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end)
                return (text[..end], [.. read.Skip(end + 4)]);
        }
    }
}
