using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Patients;

/// <summary>What the people of a list are called on it.</summary>
internal static class ShortNames
{
    public static async Task<IReadOnlyDictionary<Id<Patient>, string>> Of(MooringDb db, IEnumerable<Id<Patient>> patients, CancellationToken cancel)
    {
        var ids = patients.Distinct().ToList();
        return await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.AsPatient().ShortName, cancel);
    }
}
