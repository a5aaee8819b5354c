using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Mooring.Storage.Telemetry;

/// <summary>
/// What the values of sets are. A layout never changes, so one that was read once stays read; there are as many as
/// devices have ways to report: a handful.
/// </summary>
internal static class ReadingLayouts
{
    /// <summary>With more in a clinic, a device names its places anew in each message: its values are then kept singly.</summary>
    public const int Most = 500;

    private static readonly ConcurrentDictionary<Guid, IReadOnlyList<LayoutPart>> Known = new();

    /// <summary>Makes sure that these sets can be read.</summary>
    public static Task Read(MooringDb db, IEnumerable<ReadingSetRow> sets, CancellationToken cancel) =>
        Read(db, [.. sets.Select(set => set.LayoutId).Distinct().Where(id => !Known.ContainsKey(id))], cancel);

    /// <summary>The layouts of this clinic in which a sign is reported.</summary>
    public static async Task<List<Guid>> With(MooringDb db, string sign, CancellationToken cancel)
    {
        var ids = await db.Set<ReadingLayoutRow>().AsNoTracking().Select(row => row.Id).ToListAsync(cancel);
        await Read(db, ids.FindAll(id => !Known.ContainsKey(id)), cancel);
        return ids.FindAll(id => Known[id].Any(part => part.Sign == sign));
    }

    /// <summary>What each number of a set is, in their order.</summary>
    public static IReadOnlyList<LayoutPart> Of(ReadingSetRow set) => Known[set.LayoutId];

    /// <summary>The values of a set, each as it was when it was filed; what this version does not know is left out.</summary>
    public static IEnumerable<LatestReading> Values(ReadingSetRow set) => Of(set)
        .Select((part, at) => part.VitalSign is { } sign
            ? new LatestReading(set.Id(at), sign, set.Value(at), set.MeasuredAt, set.ReceivedAt, ValueStatus.Final, set.Device, set.SessionId)
            {
                Code = part.Code,
                SaidAt = set.At,
                IsMisdated = TimeDoubtSays.IsMisdated(set.TimeDoubt),
            }
            : null)
        .OfType<LatestReading>();

    private static async Task Read(MooringDb db, List<Guid> unknown, CancellationToken cancel)
    {
        if (unknown.Count == 0)
            return;
        foreach (var row in await db.Set<ReadingLayoutRow>().AsNoTracking().Where(row => unknown.Contains(row.Id)).ToListAsync(cancel))
            Known[row.Id] = row.Parts();
    }
}
