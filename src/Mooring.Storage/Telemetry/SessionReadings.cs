using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>What devices sent of a session, value by value: from sets and from single rows alike, in no order.</summary>
internal static class SessionReadings
{
    /// <param name="from">Only what was measured then or later.</param>
    /// <param name="after">Only what was received later.</param>
    public static async Task<List<LatestReading>> Of(
        MooringDb db, Id<Session> session, CancellationToken cancel, DateTimeOffset? from = null, DateTimeOffset? after = null)
    {
        var sets = db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.SessionId == session);
        var single = db.Set<ReadingRow>().AsNoTracking().Where(row => row.SessionId == session);
        if (from is { } measured)
            (sets, single) = (sets.Where(set => set.At >= measured), single.Where(row => row.At >= measured));
        if (after is { } received)
            (sets, single) = (sets.Where(set => set.ReceivedAt > received), single.Where(row => row.ReceivedAt > received));
        return await Values(db, sets, single, cancel);
    }

    /// <summary>Of one sign, the newest first.</summary>
    public static async Task<List<LatestReading>> Newest(MooringDb db, Id<Session> session, string sign, int most, CancellationToken cancel)
    {
        var layouts = await ReadingLayouts.With(db, sign, cancel);
        var values = await Values(
            db,
            db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.SessionId == session && layouts.Contains(set.LayoutId)).OrderByDescending(set => set.At).Take(most),
            db.Set<ReadingRow>().AsNoTracking().Where(row => row.SessionId == session && row.Sign == sign && row.Status != "withdrawn").OrderByDescending(row => row.At).ThenBy(row => row.Code).Take(most),
            cancel);
        return [.. values.Where(value => value.Sign.Code == sign).OrderByDescending(value => value.At).ThenBy(value => value.Code, StringComparer.Ordinal).Take(most)];
    }

    private static async Task<List<LatestReading>> Values(MooringDb db, IQueryable<ReadingSetRow> sets, IQueryable<ReadingRow> single, CancellationToken cancel)
    {
        // One that is unfolded between the two looks is then seen twice, never missed: the set is looked at first, the same id tells.
        var packed = await sets.ToListAsync(cancel);
        await ReadingLayouts.Read(db, packed, cancel);
        var rows = (await single.ToListAsync(cancel)).Select(AsLatest).OfType<LatestReading>().ToList();
        var apart = rows.Select(row => row.Id).ToHashSet();
        return [.. packed.SelectMany(ReadingLayouts.Values).Where(value => !apart.Contains(value.Id)), .. rows];
    }

    public static LatestReading? AsLatest(ReadingRow row) => VitalSign.Find(row.Sign) is { } sign
        ? new(row.Id, sign, row.Value, row.At, row.ReceivedAt, TelemetryStatements.Status(row.Status), row.Device, row.SessionId) { Code = row.Code }
        : null;
}
