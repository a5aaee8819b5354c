using Microsoft.EntityFrameworkCore;

namespace Mooring.Storage.Telemetry;

/// <summary>A device's message as it was kept.</summary>
public sealed record KeptMessage(byte[] Bytes, DateTimeOffset ReceivedAt, string ControlId);

/// <summary>Reads raw messages in the order they arrived. It never holds all of them at once.</summary>
public sealed class MessagesBook(MooringDb db)
{
    public IAsyncEnumerable<KeptMessage> Between(DateTimeOffset from, DateTimeOffset until) =>
        db.Set<MessageRow>().AsNoTracking().Where(row => row.ReceivedAt >= from && row.ReceivedAt < until).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .AsAsyncEnumerable().Select(row => new KeptMessage(row.Bytes, row.ReceivedAt, row.ControlId));
}
