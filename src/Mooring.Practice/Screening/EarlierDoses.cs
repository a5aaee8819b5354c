using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Screening;

/// <summary>The sessions of a patient in which something was given, as rules ask for them.</summary>
public sealed class EarlierDoses(MooringDb db, SessionJournal journal)
{
    private const string Esketamine = "esketamine";

    public async Task<IReadOnlyList<EarlierDose>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var ids = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient).Select(row => row.Id).ToListAsync(cancel);
        List<EarlierDose> given = [];
        foreach (var id in ids)
        {
            if (await journal.Load(id, cancel) is { FirstDoseAt: { } at, Plan: var plan })
                given.Add(new(string.Equals(plan.Drug, Esketamine, StringComparison.OrdinalIgnoreCase) ? Drug.Esketamine : Drug.Racemic, at, plan.Protocol.Id));
        }

        return [.. given.OrderBy(dose => dose.At)];
    }
}
