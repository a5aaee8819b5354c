using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Devices.Mllp;
using Mooring.Practice.Devices;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.Web;
using Mooring.Web.Intake;

namespace Mooring.SystemTests.Devices;

/// <summary>The gateway of a whole clinic over TLS, with certificates made by the test.</summary>
public sealed class ListeningOverTls : IDisposable
{
    private readonly Certificates clinics = new("Clinic devices");
    private readonly Certificates strangers = new("Somebody else");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_device_with_a_certificate_of_the_clinic_is_heard_and_nobody_else_is()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        using var gateway = clinics.Sign("gateway", Certificates.ForServers);
        var (certificate, key) = clinics.Files(gateway);
        await using var host = MooringHost.Build(clinic.Services.GetRequiredService<ServerOptions>() with { MllpPort = null, MllpTls = new(0, certificate, key, clinics.AuthorityFile) });
        await host.StartAsync(Cancel);
        var port = host.Services.GetRequiredService<DeviceGateway>().SafeAt!.Port;
        using var monitor = clinics.Sign("monitor 1", Certificates.ForClients);
        using var serverOnly = clinics.Sign("not for clients", Certificates.ForServers);
        using var expired = clinics.Sign("monitor of last year", Certificates.ForClients, days: -0.1);
        using var stranger = strangers.Sign("monitor 1", Certificates.ForClients);

        Assert.Null(await Ask(port, null, "A1"));
        Assert.Null(await Ask(port, stranger, "A2"));
        Assert.Null(await Ask(port, serverOnly, "A3"));
        Assert.Null(await Ask(port, expired, "A4"));
        Assert.Null(await AskInPlainText(port, "A5"));
        Assert.Contains("MSA|CA|A6", await Ask(port, monitor, "A6"), StringComparison.Ordinal);
        Assert.Contains("MSA|CA|A7", await Ask(port, monitor, "A7", SslProtocols.Tls12), StringComparison.Ordinal);

        // Both were kept, and wait for a person: nobody said for which device this certificate speaks.
        Assert.Empty(await MonitoredSeat.Readings(clinic));
        Assert.Equal(["DEV260", "DEV260"], (await clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().Quarantine(Cancel))).Select(one => one.Code));
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_handshake_that_is_never_finished_is_cut_off()
    {
        using var gateway = clinics.Sign("gateway", Certificates.ForServers);
        var (certificate, key) = clinics.Files(gateway);
        using var certificates = MllpCertificates.Read(certificate, key, clinics.AuthorityFile);
        await using var listener = new MllpListener(
            new(System.Net.IPAddress.Loopback, 0), (_, _, _) => new(Answer.None), TimeProvider.System, new() { WholeMessageWithin = TimeSpan.FromMilliseconds(300) }, certificates: certificates);
        listener.Start();
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", listener.At.Port, Cancel);

        var end = await socket.GetStream().ReadAsync(new byte[1], Cancel);

        Assert.Equal(0, end);
    }

    public void Dispose()
    {
        clinics.Dispose();
        strangers.Dispose();
    }

    // What comes back, or null when the connection was refused or closed.
    private static async Task<string?> Ask(int port, X509Certificate2? shown, string id, SslProtocols protocol = SslProtocols.None)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        time.CancelAfter(Patience.Long);
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", port, time.Token);
        await using var stream = new SslStream(socket.GetStream());
        try
        {
            await stream.AuthenticateAsClientAsync(
                new()
                {
                    TargetHost = "gateway",
                    EnabledSslProtocols = protocol,
                    ClientCertificates = shown is null ? [] : [shown],
                    RemoteCertificateValidationCallback = (_, seen, _, _) => seen is not null && seen.Subject == "CN=gateway",
                },
                time.Token);
            return await Say(stream, id, time.Token);
        }
        catch (Exception refused) when (refused is AuthenticationException or IOException)
        {
            return null;
        }
    }

    private static async Task<string?> AskInPlainText(int port, string id)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", port, Cancel);
        try
        {
            var said = await Say(socket.GetStream(), id, Cancel);
            return said?.Contains("MSA", StringComparison.Ordinal) == true ? said : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<string?> Say(Stream stream, string id, CancellationToken cancel)
    {
        await stream.WriteAsync(Frame.Wrap(Gateway.Message(id, heartRate: 60 + id[1] - '0')), cancel);
        await stream.FlushAsync(cancel);
        var buffer = new byte[4096];
        var count = await stream.ReadAsync(buffer, cancel);
        return count == 0 ? null : Encoding.UTF8.GetString(buffer, 0, count);
    }
}
