using Microsoft.EntityFrameworkCore;
using Mooring.Storage;

namespace Mooring.Practice.Patients;

/// <summary>
/// What names are looked for by is worked out from them. An earlier version worked it out in another way: asked at each
/// start, so that nobody is unfindable because of it.
/// </summary>
internal static class SoughtNames
{
    public static async Task BringUpToDate(MooringDb db, CancellationToken cancel)
    {
        var people = await db.Set<PatientRow>().IgnoreQueryFilters().AsNoTracking()
            .Select(row => new { row.Id, row.GivenName, row.FamilyName, row.Number, row.SoughtAs }).ToListAsync(cancel);
        foreach (var person in people)
        {
            var sought = PatientRow.Sought(person.GivenName, person.FamilyName, person.Number);
            if (sought != person.SoughtAs)
                await db.Set<PatientRow>().IgnoreQueryFilters().Where(row => row.Id == person.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.SoughtAs, sought), cancel);
        }
    }
}
