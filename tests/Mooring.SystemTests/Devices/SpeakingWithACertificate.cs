using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Devices.Mllp;
using Mooring.Practice.Devices;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Live;
using Mooring.Web.Intake;

namespace Mooring.SystemTests.Devices;

/// <summary>For whom a certificate speaks is said by a person, and by nobody else.</summary>
public sealed class SpeakingWithACertificate : IDisposable
{
    private readonly Certificates clinics = new("Clinic devices");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Waits_for_a_person_and_speaks_for_its_own_devices_alone(Engine engine)
    {
        await using var clinic = await Start(engine);
        var (mine, other) = (await MonitoredSeat.Seat(clinic, 1), await MonitoredSeat.Seat(clinic, 2, "Alma"));
        using var certificate = clinics.Sign("monitor 1", Certificates.ForClients);

        Assert.Contains("MSA|CA|A1", await Ask(clinic, certificate, mine.Message("A1", Now, null, MonitoredSeat.HeartRate(61))), StringComparison.Ordinal);
        var waiting = Assert.Single(await All(clinic));
        await Tie(clinic, waiting);
        Assert.Contains("MSA|CA|A2", await Ask(clinic, certificate, mine.Message("A2", Now, null, MonitoredSeat.HeartRate(62))), StringComparison.Ordinal);
        Assert.Contains("MSA|CR|A3", await Ask(clinic, certificate, other.Message("A3", Now, null, MonitoredSeat.HeartRate(31))), StringComparison.Ordinal);

        Assert.Equal(("CN=monitor 1", mine.Device, 0), (waiting.Subject, Assert.Single(waiting.Named), waiting.SpeaksFor.Count));
        Assert.Equal(["A2"], (await MonitoredSeat.Readings(clinic)).Select(one => one.ControlId));
        Assert.Equal([("DEV260", mine.Device), ("DEV261", other.Device)], (await Apart(clinic)).Select(one => (one.Code, one.Device!)).Order());
        using var nurse = await clinic.Visitor(Role.Nurse);
        Assert.Contains($"A message in the name of {other.Device} was not taken", await nurse.GetStringAsync(new Uri($"/sessions/{other.Session}", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_has_one_is_heard_from_nobody_without_it()
    {
        await using var clinic = await Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var certificate = clinics.Sign("monitor 1", Certificates.ForClients);
        await Ask(clinic, certificate, seat.Message("A1", Now, null, MonitoredSeat.HeartRate(61)));
        await Tie(clinic, Assert.Single(await All(clinic)));

        using var stranger = await seat.Monitor();
        var answer = Encoding.UTF8.GetString(await stranger.Ask(seat.Message("X1", Now, null, MonitoredSeat.HeartRate(31)), Cancel));

        Assert.Contains("MSA|CR|X1", answer, StringComparison.Ordinal);
        Assert.Empty(await MonitoredSeat.Readings(clinic));
        Assert.Contains(await Apart(clinic), one => one.Code == "DEV263" && one.Device == seat.Device);
    }

    [Fact]
    public async Task Is_tied_on_the_page_of_the_devices_and_taken_back_there()
    {
        await using var clinic = await Start(Engine.Sqlite);
        var seat = await MonitoredSeat.Seat(clinic, 1);
        using var certificate = clinics.Sign("monitor 1", Certificates.ForClients);
        await Ask(clinic, certificate, seat.Message("A1", Now, null, MonitoredSeat.HeartRate(61)));
        using var nurse = await clinic.Visitor(Role.Nurse);

        var before = await nurse.GetStringAsync(new Uri("/devices", UriKind.Relative), Cancel);
        await Tie(clinic, Assert.Single(await All(clinic)));
        var after = await nurse.GetStringAsync(new Uri($"/devices/device?name={seat.Device}", UriKind.Relative), Cancel);
        var one = Assert.Single(await All(clinic));
        await clinic.As(Role.Nurse, services => services.GetRequiredService<CertificateDesk>().Untie(one.Fingerprint, seat.Device, Cancel));

        Assert.Contains("Waits for a person", before, StringComparison.Ordinal);
        Assert.Contains("Let it speak for this device", before, StringComparison.Ordinal);
        Assert.Contains("<b>CN=monitor 1</b> speaks for it", after, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(await All(clinic)).SpeaksFor);
    }

    public void Dispose() => clinics.Dispose();

    private async Task<TestClinic> Start(Engine engine)
    {
        using var gateway = clinics.Sign("gateway", Certificates.ForServers);
        var (certificate, key) = clinics.Files(gateway);
        return await TestClinic.Start(engine, but: options => options with { MllpTls = new(0, certificate, key, clinics.AuthorityFile) });
    }

    private static Task<IReadOnlyList<DeviceCertificate>> All(TestClinic clinic) => clinic.As(Role.Nurse, services => services.GetRequiredService<CertificateDesk>().All(Cancel));

    private static Task<IReadOnlyList<Mooring.Storage.Telemetry.KeptApart>> Apart(TestClinic clinic) =>
        clinic.As(Role.Nurse, services => services.GetRequiredService<DeviceDesk>().Quarantine(Cancel));

    private static async Task Tie(TestClinic clinic, DeviceCertificate one)
    {
        var tied = await clinic.As(Role.Nurse, services => services.GetRequiredService<CertificateDesk>().Tie(one.Fingerprint, one.Named, Cancel));
        Assert.True(tied.IsDone);
    }

    private static async Task<string> Ask(TestClinic clinic, X509Certificate2 shown, byte[] message)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", clinic.Services.GetRequiredService<DeviceGateway>().SafeAt!.Port, Cancel);
        await using var stream = new SslStream(socket.GetStream());
        await stream.AuthenticateAsClientAsync(new() { TargetHost = "gateway", ClientCertificates = [shown], RemoteCertificateValidationCallback = (_, seen, _, _) => seen?.Subject == "CN=gateway" }, Cancel);
        await stream.WriteAsync(Frame.Wrap(message), Cancel);
        var buffer = new byte[4096];
        return Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, Cancel));
    }
}
