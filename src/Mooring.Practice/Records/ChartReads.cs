using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Patients;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Records;

/// <summary>Writes down that the person of this scope read something of a chart.</summary>
public sealed class ChartReads(MooringDb db, ReadLog log)
{
    /// <summary>Whose session it is; null when there is none of that id in this clinic.</summary>
    public async Task<Guid?> PatientOf(Id<Session> session, CancellationToken cancel)
    {
        var found = await db.Set<SessionRow>().AsNoTracking().Where(row => row.Id == session).Select(row => row.PatientId).ToListAsync(cancel);
        return found.Count == 0 ? null : found[0].Value;
    }

    /// <summary>The clinic whose patient it is; null where nobody has this id. For the command line, which enters it then.</summary>
    public async Task<Id<Clinic>?> ClinicOf(Id<Patient> patient, CancellationToken cancel)
    {
        var found = await db.Set<PatientRow>().IgnoreQueryFilters().AsNoTracking().Where(row => row.Id == patient).Select(row => row.ClinicId).ToListAsync(cancel);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The sessions of a patient that were opened in this time, the oldest first.</summary>
    public async Task<IReadOnlyList<Id<Session>>> SessionsOf(Id<Patient> patient, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancel) =>
        await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient && (from == null || row.OpenedAt >= from) && (until == null || row.OpenedAt < until))
            .OrderBy(row => row.OpenedAt).Select(row => row.Id).ToListAsync(cancel);

    /// <summary>
    /// Written before this returns, unless <paramref name="isUrgent"/>: then it is written soon. Nothing is written of
    /// nobody's chart.
    /// </summary>
    public Task Write(ReadKind kind, string page, string? signIn, IReadOnlyCollection<Guid> patients, Guid? session, bool isUrgent, CancellationToken cancel)
    {
        if (patients.Count == 0 || db.ClinicScope.Actor is not { } by)
            return Task.CompletedTask;
        var line = new ReadLine(db.Clinic, by, signIn, kind, page, [.. patients.Distinct().Order()]) { Session = session };
        if (!isUrgent)
            return log.Write(line, cancel);
        log.WriteSoon(line);
        return Task.CompletedTask;
    }
}
