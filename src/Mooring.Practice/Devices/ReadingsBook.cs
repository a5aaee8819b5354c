using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>Reads what devices sent, value by value, in the order it was received. It never holds all of it at once.</summary>
public sealed class ReadingsBook(MooringDb db)
{
    // As much as is held at once.
    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(1);

    public async IAsyncEnumerable<KeptReading> Readings(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var patients = await db.Set<SessionRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.PatientId, cancel);
        for (var from = await Next(since, cancel); from is { } begin; from = await Next(begin + Stretch, cancel))
        {
            var until = begin + Stretch;
            var sets = await db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.ReceivedAt >= begin && set.ReceivedAt < until).ToListAsync(cancel);
            await ReadingLayouts.Read(db, sets, cancel);
            var rows = await db.Set<ReadingRow>().AsNoTracking().Where(row => row.ReceivedAt >= begin && row.ReceivedAt < until).ToListAsync(cancel);
            var kept = sets.SelectMany(set => AsKept(set, patients)).Concat(rows.Select(row => (row.Id, AsKept(row))));
            foreach (var (_, reading) in kept.DistinctBy(one => one.Id).OrderBy(one => one.Item2.ReceivedAt).ThenBy(one => one.Id))
                yield return reading;
        }
    }

    public IAsyncEnumerable<KeptApart> Quarantine(DateTimeOffset since) =>
        db.Set<QuarantineRow>().AsNoTracking().Where(row => row.ReceivedAt >= since).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .AsAsyncEnumerable().Select(AsApart);

    internal static KeptApart AsApart(QuarantineRow row) => new(row.ReceivedAt, row.Reason, row.Says, row.Place, row.Raw, row.Device, row.IsAlert)
    {
        Id = row.Id,
        FiledBy = row.FiledBy,
        FiledAt = row.FiledAt,
    };

    private async Task<DateTimeOffset?> Next(DateTimeOffset from, CancellationToken cancel)
    {
        var set = await db.Set<ReadingSetRow>().AsNoTracking().Where(set => set.ReceivedAt >= from).OrderBy(set => set.ReceivedAt).Select(set => (DateTimeOffset?)set.ReceivedAt).FirstOrDefaultAsync(cancel);
        var row = await db.Set<ReadingRow>().AsNoTracking().Where(row => row.ReceivedAt >= from).OrderBy(row => row.ReceivedAt).Select(row => (DateTimeOffset?)row.ReceivedAt).FirstOrDefaultAsync(cancel);
        return set < row ? set : row ?? set;
    }

    private static IEnumerable<(Guid Id, KeptReading)> AsKept(ReadingSetRow set, Dictionary<Id<Session>, Id<Patient>> patients) =>
        ReadingLayouts.Of(set).Select((part, at) => (set.Id(at), new KeptReading(
            Sign(part.Sign, part.Loinc), set.Value(at), set.At, set.ReceivedAt, TelemetryStatements.Word(ValueStatus.Final), set.Device)
        {
            Patient = set.SessionId is { } session ? patients[session] : null,
            Session = set.SessionId,
            MeasuredAt = set.MeasuredAt,
            ControlId = set.ControlId,
            Mdc = part.Mdc,
            Loinc = part.Loinc,
            Parked = set.Parked,
            TimeDoubt = set.TimeDoubt,
        }));

    private static KeptReading AsKept(ReadingRow row) => new(Sign(row.Sign, row.Loinc), row.Value, row.At, row.ReceivedAt, row.Status, row.Device)
    {
        Patient = row.PatientId,
        Session = row.SessionId,
        MeasuredAt = row.MeasuredAt,
        ControlId = row.ControlId,
        Mdc = row.Mdc,
        Loinc = row.Loinc,
        Parked = row.Parked,
        TimeDoubt = row.TimeDoubt,
        FiledBy = row.FiledBy,
    };

    private static VitalSign Sign(string code, string? loinc) => VitalSign.Find(code) ?? new VitalSign(code, code, "", loinc);
}
