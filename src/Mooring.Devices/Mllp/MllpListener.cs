using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Mooring.Devices.Mllp;

/// <summary>
/// Takes MLLP connections and hands each whole message to <c>keep</c>, one at a time a connection. <c>keep</c> returns
/// after the commit with what to answer; when it throws, the connection is closed unanswered and the sender will
/// send again.
/// </summary>
public sealed class MllpListener : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly Func<ReadOnlyMemory<byte>, Source, CancellationToken, ValueTask<Answer>> keep;
    private readonly MllpLimits limits;
    private readonly TimeProvider clock;
    private readonly Action<LinkNotice> notice;
    private readonly MllpCertificates? certificates;
    private readonly RefusedConnections refused;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<long, Task> links = new();
    private readonly ConcurrentDictionary<long, Socket> sockets = new();
    private Task accepting = Task.CompletedTask;
    // One count for all listeners of a process, so that a number names one connection.
    private static long connections;

    public MllpListener(
        IPEndPoint at,
        Func<ReadOnlyMemory<byte>, Source, CancellationToken, ValueTask<Answer>> keep,
        TimeProvider clock,
        MllpLimits? limits = null,
        Action<LinkNotice>? notice = null,
        MllpCertificates? certificates = null,
        ConnectionPlaces? places = null)
    {
        this.certificates = certificates;
        listener = new(at);
        (this.keep, this.clock) = (keep, clock);
        this.limits = limits ?? new();
        refused = new(clock);
        Places = places ?? new(this.limits, clock);
        this.notice = notice ?? (_ => { });
    }

    /// <summary>Where it listens, once started: the port that was free when 0 was asked for.</summary>
    public IPEndPoint At => (IPEndPoint)listener.LocalEndpoint;

    public int OpenConnections => links.Count;

    /// <summary>Who may connect; two listeners of one gateway share them.</summary>
    public ConnectionPlaces Places { get; }

    /// <summary>Begins to listen; throws <see cref="SocketException"/> when the port is taken.</summary>
    public void Start()
    {
        listener.Start(backlog: 512);
        accepting = Accept(stopping.Token);
    }

    /// <summary>Closes a connection that its sender has left behind; nothing when it is closed already.</summary>
    public void Close(long connection)
    {
        if (sockets.TryGetValue(connection, out var socket))
            socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(links.Values);
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task Accept(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptSocketAsync(cancel);
                Serve(socket, cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // One failed handshake, or no handles left for a moment, must not end the listening.
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, CancellationToken.None);
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(Socket socket, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref connections);
        var source = socket.RemoteEndPoint is IPEndPoint peer ? new Source(peer.Address, peer.Port, id) : new Source(IPAddress.None, 0, id);
        if (!Places.Take(id, source.Address, out var givesWay))
        {
            if (refused.Count(source.Address) is { } says)
                notice(new(LinkEvent.TooManyConnections, source, says, clock.GetUtcNow()));
            socket.Dispose();
            return;
        }

        if (givesWay is { } silent)
            Close(silent);

        socket.NoDelay = true;
        var link = new MllpLink(socket, source, keep, limits, clock, notice, certificates);
        var served = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        links[id] = served.Task;
        sockets[id] = socket;
        _ = Task.Run(async () =>
        {
            await link.Run(cancel);
            links.TryRemove(id, out _);
            sockets.TryRemove(id, out _);
            Places.Left(id);
            served.SetResult();
        }, CancellationToken.None);
    }
}
