using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage.Chart;

namespace Mooring.Storage.Desks;

/// <summary>Finds people and keeps who they are.</summary>
public sealed class PatientDesk(MooringDb db, TimeProvider clock)
{
    public async Task<Patient?> Find(Id<Patient> id, CancellationToken cancel) =>
        (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel))?.AsPatient();

    /// <summary>Everyone whose name or number contains <paramref name="words"/>, however accents and capitals are written; newest first, all when it is empty.</summary>
    public async Task<IReadOnlyList<Patient>> Search(string? words, CancellationToken cancel)
    {
        var rows = db.Set<PatientRow>().AsNoTracking();
        foreach (var word in NameLetters.Words(words))
        {
            rows = rows.Where(row => row.SoughtAs.Contains(word));
        }

        return [.. (await rows.OrderByDescending(row => row.AddedAt).Take(200).ToListAsync(cancel)).Select(row => row.AsPatient())];
    }

    public async Task<Outcome<Patient>> Change(Patient changed, CancellationToken cancel)
    {
        List<Refusal> refusals =
        [
            .. PersonChecks.Names(changed.GivenName, changed.FamilyName),
            .. PersonChecks.BirthDate(changed.BirthDate, clock.GetUtcNow()),
        ];
        var row = await db.Set<PatientRow>().SingleOrDefaultAsync(row => row.Id == changed.Id, cancel);
        if (row is null)
            refusals.Add(new("STO105", "There is no such patient in this clinic."));
        if (refusals.Count > 0)
            return Outcome<Patient>.Refuse(refusals);

        row!.Take(changed);
        await db.SaveChangesAsync(cancel);
        return row.AsPatient();
    }
}
