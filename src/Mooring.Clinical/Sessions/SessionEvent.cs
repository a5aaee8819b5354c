using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Sessions;

/// <summary>
/// What can happen in a session. The family is closed; each event lies with its subject and says of itself under which
/// name it is stored, how it is marked, who may, and how the record reads.
/// </summary>
public abstract record SessionEvent
{
    private protected SessionEvent()
    {
    }

    /// <summary>One sentence, as the timeline and the record print it: what happened, without who and when.</summary>
    /// <param name="pack">Whose gates and criteria it may name.</param>
    internal abstract string InWords(MonitoringPack pack);
}
