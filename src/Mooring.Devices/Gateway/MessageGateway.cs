using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;

namespace Mooring.Devices.Gateway;

/// <summary>
/// Listens for monitors and pumps, reads what they send, has it kept, and answers after the commit. While there is no
/// clinic, or the store fails, the answer is "not now": the device keeps its message.
/// </summary>
public sealed class MessageGateway(IMessageTaker taker, TimeProvider clock, MllpLimits limits) : IAsyncDisposable
{
    private readonly ConnectionPlaces places = new(limits, clock);
    private MllpListener? listener;
    private MllpListener? safeListener;
    private MllpCertificates? safeBy;
    private long answers;

    /// <summary>Where devices connect; null when that is off.</summary>
    public IPEndPoint? At => listener?.At;

    /// <summary>Where devices with a certificate connect; null when that is off.</summary>
    public IPEndPoint? SafeAt => safeListener?.At;

    /// <exception cref="SocketException">The port is taken.</exception>
    public void Listen(IPEndPoint at)
    {
        listener = new(at, Take, clock, limits, taker.Noticed, places: places);
        listener.Start();
    }

    /// <summary>The same over TLS, for devices whose certificates are known. The gateway owns the certificates from now on.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public void Listen(IPEndPoint at, MllpCertificates certificates)
    {
        safeBy = certificates;
        safeListener = new(at, Take, clock, limits, taker.Noticed, certificates, places);
        safeListener.Start();
    }

    /// <summary>A device that the clinic knows has spoken from there, before this server started.</summary>
    public void Remember(IPAddress address) => places.Remember(address);

    /// <summary>Closes a connection that its sender has left behind.</summary>
    public void Close(long connection)
    {
        listener?.Close(connection);
        safeListener?.Close(connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref listener, null) is { } open)
            await open.DisposeAsync();
        if (Interlocked.Exchange(ref safeListener, null) is { } safe)
            await safe.DisposeAsync();
        Interlocked.Exchange(ref safeBy, null)?.Dispose();
    }

    private async ValueTask<Answer> Take(ReadOnlyMemory<byte> bytes, Source source, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        taker.Heard(source, now);
        if (await taker.By(cancel) is not { } by)
            return Header.Read(bytes.Span) is { } early ? Say(early, Verdict.Failed, [], now) : Refusing.Unreadable(bytes.Span, now);

        var admitted = taker.Admit(by.Clinic, Intake.Read(bytes.Span, by.Terms, now, by.Clinic.Zone), source, bytes.Span, now);
        var received = admitted.Received;
        if (admitted.IsProved)
            places.Proved(source.Connection);
        var answer = received.Kind == MessageKind.Answer ? Answer.None
            : received.Header is { } header ? Say(header, received.Verdict, received.Problems, now, received.Terms)
            : Refusing.Unreadable(bytes.Span, now);
        if (!admitted.IsKept)
            return answer;
        try
        {
            return new(await taker.Keep(new(by.Clinic, received, source, bytes, answer, now), cancel));
        }
        catch (IOException) when (received is { Header: not null, Kind: not MessageKind.Answer })
        {
            return Say(received.Header, Verdict.Failed, [], now, received.Terms);
        }
    }

    private Answer Say(Header header, Verdict verdict, IReadOnlyList<Problem> problems, DateTimeOffset now, ReadingTerms? by = null) => Acknowledgement.Of(
        header, verdict, problems, string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds():X}{Interlocked.Increment(ref answers):X6}"), now,
        by?.Profile?.Acknowledgement.Is == AnswerHabit.Original ? AnswerStyle.Original : AnswerStyle.AsAsked);
}
