using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Sessions;

/// <summary>
/// Sessions as last replayed, so that nobody reads a journal again that has not grown. The journal asks for its last
/// number each time: what is shown is never older than what is kept.
/// </summary>
public sealed class SessionCache : IDisposable
{
    private const int Most = 500;

    private readonly RecentlyUsed<(Id<Clinic> Clinic, Id<Session> Session), Session> replayed = new(Most);

    /// <summary>As it was when it was replayed last; the caller asks whether its journal has grown since.</summary>
    internal Session? Find(Id<Clinic> clinic, Id<Session> id) => replayed.TryGet((clinic, id), out var session) ? session : null;

    internal Session Keep(Id<Clinic> clinic, Session session) => replayed.Keep((clinic, session.Id), session);

    public void Dispose() => replayed.Dispose();
}
