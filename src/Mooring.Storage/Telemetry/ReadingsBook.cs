using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Storage.Access;

namespace Mooring.Storage.Telemetry;

/// <summary>Reads what devices sent, value by value, in the order it was received. It never holds all of it at once.</summary>
public sealed class ReadingsBook(MooringDb db)
{
    /// <summary>The clinics kept here; enter one in the scope before reading.</summary>
    public async Task<IReadOnlyList<Id<Clinic>>> Clinics(CancellationToken cancel) =>
        await db.Set<ClinicKeptRow>().AsNoTracking().Select(row => row.Id).ToListAsync(cancel);

    public IAsyncEnumerable<KeptReading> Readings(DateTimeOffset since) =>
        db.Set<ReadingRow>().AsNoTracking().Where(row => row.ReceivedAt >= since).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .AsAsyncEnumerable().Select(AsKept);

    public IAsyncEnumerable<KeptApart> Quarantine(DateTimeOffset since) =>
        db.Set<QuarantineRow>().AsNoTracking().Where(row => row.ReceivedAt >= since).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .AsAsyncEnumerable().Select(AsApart);

    internal static KeptApart AsApart(QuarantineRow row) => new(row.ReceivedAt, row.Reason, row.Says, row.Place, row.Raw, row.Device, row.IsAlert)
    {
        Id = row.Id,
        FiledBy = row.FiledBy,
        FiledAt = row.FiledAt,
    };

    private static KeptReading AsKept(ReadingRow row) => new(
        VitalSign.Find(row.Sign) ?? new VitalSign(row.Sign, row.Sign, "", row.Loinc), row.Value, row.At, row.ReceivedAt, row.Status, row.Device)
    {
        Patient = row.PatientId,
        Session = row.SessionId,
        ControlId = row.ControlId,
        Mdc = row.Mdc,
        Loinc = row.Loinc,
        Parked = row.Parked,
        TimeDoubt = row.TimeDoubt,
        FiledBy = row.FiledBy,
    };
}
