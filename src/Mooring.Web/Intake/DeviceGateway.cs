using System.Globalization;
using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;
using Mooring.Practice.Devices;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Intake;

/// <summary>
/// Listens for monitors and pumps, reads what they send, has it kept, and answers after the commit. While there is no
/// clinic, or the store fails, the answer is "not now": the device keeps its message.
/// </summary>
public sealed class DeviceGateway(
    ServerOptions options, IntakeTerms terms, IntakeQueue queue, DeviceTraffic traffic, SenderClocks senders, DeviceClaims claims, IntakeClinic here, TimeProvider clock, ILogger<DeviceGateway> log)
    : IHostedService, IAsyncDisposable
{
    private MllpListener? listener;
    private MllpListener? safeListener;
    private MllpCertificates? certificates;
    private long answers;

    /// <summary>Where devices connect; null when the gateway is off.</summary>
    public IPEndPoint? At => listener?.At;

    /// <summary>Where devices with a certificate connect; null when that is off.</summary>
    public IPEndPoint? SafeAt => safeListener?.At;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.MllpPort is { } port)
        {
            listener = new(new(options.Address, port), Take, clock, notice: Notice);
            listener.Start();
        }

        if (options.MllpTls is { } safe)
        {
            certificates = MllpCertificates.Read(safe.CertificateFile, safe.KeyFile, safe.ClientAuthorityFile);
            safeListener = new(new(options.Address, safe.Port), Take, clock, notice: Notice, certificates: certificates);
            safeListener.Start();
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref listener, null) is { } open)
            await open.DisposeAsync();
        if (Interlocked.Exchange(ref safeListener, null) is { } safe)
            await safe.DisposeAsync();
        Interlocked.Exchange(ref certificates, null)?.Dispose();
    }

    private async ValueTask<Answer> Take(ReadOnlyMemory<byte> bytes, Source source, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        claims.Heard(source.Connection, now);
        if (await here.Find(cancel) is not { } clinic)
            return Header.Read(bytes.Span) is { } early ? Say(early, Verdict.Failed, [], now) : Refusing.Unreadable(bytes.Span, now);

        var by = await terms.Of(clinic.Id, cancel);
        var received = Devices.Readings.Intake.Read(bytes.Span, by, now, clinic.Zone);
        var answer = received.Kind == MessageKind.Answer ? Answer.None
            : received.Header is { } header ? Say(header, received.Verdict, received.Problems, now, received.Terms)
            : Refusing.Unreadable(bytes.Span, now);
        traffic.Heard(clinic.Id, new(source.Connection, source.ToString(), received.Devices, received.SentAt, now));
        var key = received.Key(source);
        var heldUp = key is null ? TimeSpan.Zero : senders.HeldUp(clinic.Id, key.Source, received.SentAt, now);
        if (key is not null && received.Values.Count > 0)
            received = Claimed(received, clinic.Id, key.Source, source, now);
        try
        {
            return new(await queue.Keep(clinic.Id, Reading.Incoming(received, source, bytes, answer, (now, heldUp)), cancel));
        }
        catch (IOException) when (received is { Header: not null, Kind: not MessageKind.Answer })
        {
            return Say(received.Header, Verdict.Failed, [], now, received.Terms);
        }
    }

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
        listener?.Close(connection);
        safeListener?.Close(connection);
    }

    private void Notice(LinkNotice notice)
    {
        if (notice.What is LinkEvent.Closed or LinkEvent.Refused)
            claims.Closed(notice.Source.Connection);
        if (notice.What == LinkEvent.Connected)
            traffic.Opened(notice.Source.Connection);
        else if (notice.What is LinkEvent.Closed or LinkEvent.Refused)
            traffic.Closed(notice.Source.Connection, notice.Says);
        log.Log(notice.What is LinkEvent.Failed or LinkEvent.TooManyConnections or LinkEvent.Refused ? LogLevel.Warning : LogLevel.Information, "{Source} {Says}", notice.Source, notice.Says);
    }

    private Answer Say(Header header, Verdict verdict, IReadOnlyList<Problem> problems, DateTimeOffset now, ReadingTerms? by = null) => Acknowledgement.Of(
        header, verdict, problems, string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds():X}{Interlocked.Increment(ref answers):X6}"), now,
        by?.Profile?.Acknowledgement.Is == AnswerHabit.Original ? AnswerStyle.Original : AnswerStyle.AsAsked);
}
