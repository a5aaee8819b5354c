using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>What devices sent of a session, value by value: from sets and from single rows alike, in no order.</summary>
internal static class SessionReadings
{
    /// <param name="from">Only what was measured then or later, by this server's clock.</param>
    /// <param name="after">Only what was received later.</param>
    public static async Task<List<LatestReading>> Of(
        MooringDb db, Id<Session> session, CancellationToken cancel, DateTimeOffset? from = null, DateTimeOffset? after = null)
    {
        var sets = db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.SessionId == session);
        var single = db.Set<ReadingRow>().AsNoTracking().Where(row => row.SessionId == session);
        if (from is { } measured)
            (sets, single) = (sets.Where(set => set.MeasuredAt >= measured), single.Where(row => row.MeasuredAt >= measured));
        if (after is { } received)
            (sets, single) = (sets.Where(set => set.ReceivedAt > received), single.Where(row => row.ReceivedAt > received));
        return await Values(db, sets, single, cancel);
    }

    /// <summary>Of one sign, the newest first.</summary>
    /// <param name="until">Only what arrived until then.</param>
    public static async Task<List<LatestReading>> Newest(
        MooringDb db, Id<Session> session, string sign, int most, CancellationToken cancel, DateTimeOffset? until = null)
    {
        var layouts = await ReadingLayouts.With(db, sign, cancel);
        var values = await Values(
            db,
            db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.SessionId == session && layouts.Contains(set.LayoutId) && (until == null || set.ReceivedAt <= until)).OrderByDescending(set => set.MeasuredAt).Take(most),
            db.Set<ReadingRow>().AsNoTracking().Where(row => row.SessionId == session && row.Sign == sign && row.Status != "withdrawn" && (until == null || row.ReceivedAt <= until)).OrderByDescending(row => row.MeasuredAt).ThenBy(row => row.Code).Take(most),
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
        ? new(row.Id, sign, row.Value, row.MeasuredAt, row.ReceivedAt, TelemetryStatements.Status(row.Status), row.Device, row.SessionId)
        {
            Code = row.Code,
            SaidAt = row.At,
            IsMisdated = TimeDoubtSays.IsMisdated(row.TimeDoubt),
        }
        : null;
}
