using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>What a batch changed, to be told once it is committed.</summary>
internal sealed class IntakeNews
{
    public List<LatestReading> Filed { get; } = [];

    /// <summary>Sessions of which an older value was corrected or withdrawn.</summary>
    public HashSet<Id<Session>> Amended { get; } = [];

    /// <summary>The devices' own alarms, with the session they belong to.</summary>
    public List<(AlarmSaid Said, Id<Session>? Session)> Alarms { get; } = [];

    public bool HasQuarantine { get; set; }
}
