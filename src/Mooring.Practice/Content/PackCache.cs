using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Content.Reading;
using Mooring.Storage;

namespace Mooring.Practice.Content;

/// <summary>Finds the monitoring pack that a session pinned, whatever the content folder says by now.</summary>
public sealed class PackCache
{
    private readonly ConcurrentDictionary<string, MonitoringPack> byHash = new(StringComparer.Ordinal);

    /// <summary>The pack of this pin, read from what was kept when the session opened.</summary>
    /// <exception cref="InvalidOperationException">It was never kept, or can no longer be read.</exception>
    public async ValueTask<MonitoringPack> Of(ContentPin pin, MooringDb db, CancellationToken cancel)
    {
        if (byHash.TryGetValue(pin.Hash, out var pack))
            return pack;
        var text = await db.Set<ArchivedContentRow>().AsNoTracking().Where(row => row.Hash == pin.Hash).Select(row => row.Text).SingleAsync(cancel);
        var read = MonitoringPacks.ReadText(text, pin.Id);
        return byHash[pin.Hash] = read.Value
            ?? throw new InvalidOperationException($"The kept monitoring pack {pin.Id} can not be read: {string.Join("; ", read.Faults)}");
    }
}
