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

    /// <summary>Devices of whose values somebody else has tried to change one, with what is said of it.</summary>
    public List<(string Device, string Says)> Doubted { get; } = [];

    private readonly List<IncomingQuarantine> strange = [];

    /// <summary>A change of a value that came from another sender than the value: it is not made, and kept apart.</summary>
    public void Strange(IncomingValue value, string owner, string sender)
    {
        var what = value.Status == ValueStatus.Corrected ? "corrects" : value.Status == ValueStatus.Withdrawn ? "withdraws" : "confirms";
        var says = $"{Name(sender)} {what} a value of {value.Devices[0]} ({value.Sign.Name}) that {Name(owner)} sent. The value stands as it was.";
        strange.Add(new("DEV262", says, $"OBX {value.SubId}", $"{value.Code} at {value.At:O}: {what}", IsAlert: true, value.Devices[0]));
        Doubted.Add((value.Devices[0], says));
        HasQuarantine = true;
    }

    /// <summary>What is to be kept apart of this message, once.</summary>
    public IReadOnlyList<IncomingQuarantine> TakeStrange()
    {
        IncomingQuarantine[] taken = [.. strange];
        strange.Clear();
        return taken;
    }

    // A source is kept as its address and the two names it gives itself.
    private static string Name(string source) => string.Join(' ', source.Split('|', StringSplitOptions.RemoveEmptyEntries));
}
