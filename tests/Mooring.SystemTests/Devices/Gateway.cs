using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Mooring.Clinical.Vitals;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;

namespace Mooring.SystemTests.Devices;

/// <summary>A listener on loopback with the intake behind it and a store in memory: what a host does, in small.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private static readonly DeviceCodeTable Table = DeviceCodes.Read(ContentFolder.Find()).Value!;
    private readonly MllpListener listener;
    private readonly ConcurrentDictionary<MessageKey, Answer> stored = new();
    private int answers;
    private int turnedAway;

    public Gateway(MllpLimits? limits = null, int port = 0)
    {
        listener = new(new(IPAddress.Loopback, port), Keep, TimeProvider.System, limits, Notices.Enqueue);
        listener.Start();
    }

    public int Port => listener.At.Port;

    public int OpenConnections => listener.OpenConnections;

    public ConcurrentQueue<Observed> Filed { get; } = new();

    public ConcurrentQueue<LinkNotice> Notices { get; } = new();

    public int Messages => stored.Count;

    /// <summary>How many messages were answered "not now".</summary>
    public int TurnedAway => turnedAway;

    /// <summary>While set, nothing can be kept: the store is down.</summary>
    public bool IsStoreDown { get; set; }

    /// <summary>While set, keeping throws: a bug in the host.</summary>
    public bool IsBroken { get; set; }

    public Task<MllpClient> Connect(CancellationToken cancel) => MllpClient.Connect("127.0.0.1", Port, cancel);

    public ValueTask DisposeAsync() => listener.DisposeAsync();

    public static byte[] Message(string controlId, int heartRate = 72, string modes = "AL|NE") => Encoding.UTF8.GetBytes(
        $"MSH|^~\\&|SIM^0011223344556677^EUI-64||MOORING||20261122085959+0000||ORU^R01^ORU_R01|{controlId}|P|2.6|||{modes}\r"
        + "OBR|1|||182777000^monitoring of patient^SCT|||20261122085958+0000\r"
        + FormattableString.Invariant($"OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|{heartRate}|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R\r"));

    private ValueTask<Answer> Keep(ReadOnlyMemory<byte> bytes, Source source, CancellationToken cancel)
    {
        if (IsBroken)
            throw new InvalidOperationException("broken on purpose");
        var now = TimeProvider.System.GetUtcNow();
        var received = Intake.Read(bytes.Span, Table, now, TimeZoneInfo.Utc);
        if (received.Header is not { } header || received.Key(source) is not { } key)
            return new(Answer.None);
        if (stored.TryGetValue(key, out var before))
            return new(before);
        var own = FormattableString.Invariant($"A{Interlocked.Increment(ref answers)}");
        if (IsStoreDown)
        {
            Interlocked.Increment(ref turnedAway);
            return new(Acknowledgement.Of(header, Verdict.Failed, [], own, now));
        }

        foreach (var value in received.Values)
            Filed.Enqueue(value);
        return new(stored[key] = Acknowledgement.Of(header, received.Verdict, received.Problems, own, now));
    }
}
