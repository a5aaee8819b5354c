using System.Collections.Concurrent;
using Mooring.Clinical;

namespace Mooring.Storage.Telemetry;

/// <summary>Why something that was said in the name of a device was not taken.</summary>
public enum DoubtKind
{
    /// <summary>A certificate spoke for it that may not, or nobody showed the one it speaks with.</summary>
    NotItsCertificate,

    /// <summary>Somebody else withdrew or corrected a value of it.</summary>
    NotItsValue,

    /// <summary>More came than is taken in a day.</summary>
    TooMuch,
}

/// <summary>One such doubt, for those at the chair.</summary>
/// <param name="Says">In words.</param>
/// <param name="Times">How often of late.</param>
public sealed record DeviceDoubt(string Device, DoubtKind Kind, string Says, DateTimeOffset At, int Times);

/// <summary>
/// What was not taken of late in the name of each device, in memory: a technical notice at its chair until it was quiet for
/// as long as two senders count as two. What was kept apart of it stays in the database.
/// </summary>
public sealed class DeviceDoubts
{
    private const int Most = 5000;

    private readonly ConcurrentDictionary<(Id<Clinic> Clinic, string Device, DoubtKind Kind), DeviceDoubt> known = new();

    public void Note(Id<Clinic> clinic, string device, DoubtKind kind, string says, DateTimeOffset now)
    {
        if (known.Count > Most)
            known.Clear();
        known.AddOrUpdate((clinic, device, kind), _ => new(device, kind, says, now, 1), (_, old) => new(device, kind, says, now, IsRecent(old, now) ? old.Times + 1 : 1));
    }

    /// <summary>Nothing was doubted since this server started.</summary>
    public bool IsEmpty => known.IsEmpty;

    /// <summary>None when nothing was doubted of late.</summary>
    public IReadOnlyList<DeviceDoubt> Of(Id<Clinic> clinic, string device, DateTimeOffset now) =>
        [.. Enum.GetValues<DoubtKind>().Select(kind => known.GetValueOrDefault((clinic, device, kind))).OfType<DeviceDoubt>().Where(doubt => IsRecent(doubt, now))];

    private static bool IsRecent(DeviceDoubt doubt, DateTimeOffset now) => (now - doubt.At).Duration() <= DeviceClaims.Live;
}
