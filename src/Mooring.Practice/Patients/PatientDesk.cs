using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Patients;

/// <summary>Finds people and keeps who they are.</summary>
public sealed class PatientDesk(MooringDb db, TimeProvider clock)
{
    private const int MostTries = 10;

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

    /// <summary>
    /// Keeps what was changed of a person. What somebody else changed since <paramref name="shown"/> stays; what both
    /// changed is asked about: STO402. Refusals: STO101, STO102, STO105, STO108, STO109, STO111 to STO115.
    /// </summary>
    /// <param name="shown">The person as the form showed it; null when that is not known, and then the form counts as a whole.</param>
    public async Task<Outcome<Patient>> Change(Patient changed, Patient? shown, CancellationToken cancel)
    {
        if (db.Unless(Right.RegisterPatients, changed.Id) is { } notTheirs)
            return notTheirs;
        for (var attempt = 1; ; attempt++)
        {
            var row = await db.Set<PatientRow>().SingleOrDefaultAsync(row => row.Id == changed.Id, cancel);
            if (row is null)
                return new Refusal("STO105", "There is no such patient in this clinic.");
            var merged = shown is null ? changed : PersonChange.On(row.AsPatient(), shown, changed);
            if (!merged.IsDone)
                return merged;
            List<Refusal> refusals =
            [
                .. PersonChecks.Names(merged.Value.GivenName, merged.Value.FamilyName),
                .. PersonChecks.Pronoun(merged.Value.OtherPronoun),
                .. PersonChecks.Escort(merged.Value.Escort),
                .. PersonChecks.BirthDate(merged.Value.BirthDate, await db.LocalNow(clock, cancel)),
            ];
            if (refusals.Count > 0)
                return Outcome<Patient>.Refuse(refusals);

            try
            {
                row.Take(merged.Value);
                await db.SaveChangesAsync(cancel);
                return row.AsPatient();
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // Somebody saved in between: look again at what stands.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The same for a form that does not say what it showed.</summary>
    public Task<Outcome<Patient>> Change(Patient changed, CancellationToken cancel) => Change(changed, null, cancel);
}
