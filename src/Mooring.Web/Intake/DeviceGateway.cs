using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Devices.Gateway;
using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Intake;

/// <summary>The house behind the gateway: whose messages these are, who else speaks for a device, and the queue in which they are kept.</summary>
public sealed class DeviceGateway(
    ServerOptions options, IntakeTerms terms, IntakeQueue queue, DeviceTraffic traffic, SenderClocks senders, DeviceClaims claims, IntakeClinic here, Admission admission, HeardAddresses addresses, TimeProvider clock, ILogger<DeviceGateway> log)
    : IHostedService, IMessageTaker, IAsyncDisposable
{
    // Of a certificate that nobody knows, the names it spoke of are shown to whoever decides.
    private const int MostNamed = 20;

    private MessageGateway? gateway;

    /// <summary>Where devices connect; null when the gateway is off.</summary>
    public IPEndPoint? At => gateway?.At;

    /// <summary>Where devices with a certificate connect; null when that is off.</summary>
    public IPEndPoint? SafeAt => gateway?.SafeAt;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        gateway = new(this, clock, options.Mllp);
        foreach (var address in addresses.All)
            gateway.Remember(address);
        if (options.MllpPort is { } port)
            gateway.Listen(new(options.MllpAddress, port));
        if (options.MllpTls is { } safe)
            gateway.Listen(new(options.MllpTlsAddress, safe.Port), MllpCertificates.Read(safe.CertificateFile, safe.KeyFile, safe.ClientAuthorityFile));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref gateway, null) is { } open)
            await open.DisposeAsync();
    }

    public async ValueTask<ReadingBy?> By(CancellationToken cancel) =>
        await here.Find(cancel) is { } clinic ? new(clinic, await terms.Of(clinic.Id, cancel)) : null;

    public Admitted Admit(Clinic clinic, Received received, Source source, ReadOnlySpan<byte> bytes, DateTimeOffset at) => admission.Of(clinic, received, source, bytes, at);

    public async ValueTask<ReadOnlyMemory<byte>> Keep(TakenMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (clinic, received, source, now) = (message.Clinic.Id, message.Received, message.Source, message.At);
        traffic.Heard(clinic, new(source.Connection, source.ToString(), received.Devices, received.SentAt, now));
        var key = received.Key(source);
        var heldUp = key is null ? TimeSpan.Zero : senders.HeldUp(clinic, key.Source, received.SentAt, now);
        if (key is not null && received.Values.Count > 0)
            received = Claimed(received, clinic, key.Source, source, now);
        var incoming = Reading.Incoming(received, source, message.Bytes, message.Answer, (now, heldUp));
        return await queue.Keep(clinic, source.Certificate is { } shown ? incoming with { Certificate = New(clinic, shown, message.Bytes.Span) } : incoming, cancel);
    }

    public void Heard(Source source, DateTimeOffset at) => claims.Heard(source.Connection, at);

    public void Noticed(LinkNotice notice)
    {
        if (notice.What is LinkEvent.Closed or LinkEvent.Refused)
            claims.Closed(notice.Source.Connection);
        if (notice.What == LinkEvent.Connected)
            traffic.Opened(notice.Source.Connection);
        else if (notice.What is LinkEvent.Closed or LinkEvent.Refused)
            traffic.Closed(notice.Source.Connection, notice.Says);
        log.Log(notice.What is LinkEvent.Failed or LinkEvent.TooManyConnections or LinkEvent.Refused ? LogLevel.Warning : LogLevel.Information, "{Source} {Says}", notice.Source, notice.Says);
    }

    private IncomingCertificate? New(Id<Clinic> clinic, ShownCertificate shown, ReadOnlySpan<byte> bytes) => terms.Book(clinic).Certificates.ContainsKey(shown.Fingerprint)
        ? null : new(shown.Fingerprint, shown.Subject, shown.ExpiresAt, [.. Named.In(bytes).Where(name => name.Length < TextLimits.Name).Take(MostNamed)]);

    // What two say is kept of both, and never charted with one tap: nobody here knows who is right.
    private Received Claimed(Received received, Id<Clinic> home, string sender, Source source, DateTimeOffset now)
    {
        var disputed = received.Values.GroupBy(value => value.Device)
            .Select(values => (Device: values.Key, Claim: claims.Take(home, values.Key, sender, source.Connection, Said(values), now))).ToList();
        foreach (var (left, silentFor) in disputed.SelectMany(one => one.Claim.Left.Select(left => (left, one.Claim.SilentFor))).DistinctBy(one => one.left))
            _ = CloseWhenSilent(left, now, silentFor);
        HashSet<string> doubted = [.. disputed.Where(one => one.Claim.IsDisputed).Select(one => one.Device)];
        return doubted.Count == 0 ? received : received with
        {
            Values = [.. received.Values.Select(value => doubted.Contains(value.Device) && value.Status == ReadingStatus.Final ? value with { Status = ReadingStatus.NotFinal } : value)],
            Quarantined =
            [
                .. received.Quarantined,
                .. disputed.Where(one => one.Claim.IsNews).Select(one => new Quarantined(
                    "DEV250", $"Two senders speak for {one.Device} at once: {string.Join(" and ", one.Claim.Senders)}. Both are kept, and marked as not final.", "MSH[1]-3", one.Device, IsAlert: true)),
            ],
        };
    }

    private static IReadOnlyList<(string Slot, double Value)> Said(IEnumerable<Observed> values) =>
        [.. values.Where(value => value is { Status: ReadingStatus.Final, Value: not null }).Select(value => (FormattableString.Invariant($"{value.Code} {value.SubId} {value.At.UtcTicks}"), value.Value!.Value))];

    // Of several connections that one sender uses in turn each is heard again soon; one that was left behind never is.
    private async Task CloseWhenSilent(long connection, DateTimeOffset since, TimeSpan silentFor)
    {
        await Task.Delay(silentFor, clock, CancellationToken.None);
        if (claims.IsHeardAfter(connection, since))
            return;
        gateway?.Close(connection);
    }
}
