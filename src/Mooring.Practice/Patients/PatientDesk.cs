using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Patients;

/// <summary>Finds people and keeps who they are.</summary>
public sealed class PatientDesk(MooringDb db, TimeProvider clock)
{
    /// <summary>As many as a list shows.</summary>
    public const int Most = 200;

    private const int MostTries = 10;

    public async Task<Patient?> Find(Id<Patient> id, CancellationToken cancel) =>
        (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel))?.AsPatient();

    /// <summary>The chart that counts for this person, where theirs was merged into another; null for nobody.</summary>
    public async Task<Patient?> FindCounting(Id<Patient> id, CancellationToken cancel) =>
        await Find(id, cancel) is { } patient ? await MergedCharts.Of(db, patient, cancel) : null;

    /// <summary>
    /// Everyone whose name or number contains each of <paramref name="words"/>, however accents and capitals are written, or
    /// whose phone number or birth date it is; newest first, all when it is empty.
    /// </summary>
    /// <param name="archivedToo">Those as well who are not in care here any more.</param>
    public async Task<IReadOnlyList<Patient>> Search(string? words, CancellationToken cancel, bool archivedToo = false)
    {
        var sought = SoughtPatient.Of(words);
        var rows = db.Set<PatientRow>().AsNoTracking().Where(row => (archivedToo || row.ArchivedAt == null) && (row.MergedInto == null || words != null));
        if (sought.Born is { } born)
            rows = rows.Where(row => row.BirthDate == born);
        if (sought.Digits is { } digits)
        {
            var number = sought.Words.Count > 0 ? sought.Words[0] : digits;
            rows = rows.Where(row => row.SoughtAs.Contains(number) || row.Phone!.Replace(" ", "").Replace("-", "").Replace("(", "").Replace(")", "").Replace(".", "").Replace("/", "").Contains(digits));
        }
        else
        {
            foreach (var word in sought.Words)
                rows = rows.Where(row => row.SoughtAs.Contains(word));
        }

        var found = (await rows.OrderByDescending(row => row.AddedAt).Take(Most).ToListAsync(cancel)).ConvertAll(row => row.AsPatient());
        // Whoever looks for the old name or number finds the chart that counts.
        return found.Exists(patient => patient.MergedInto is not null) ? [.. (await MergedCharts.Counting(db, found, cancel)).Where(patient => archivedToo || patient.Archived is null)] : found;
    }

    /// <summary>Those of these that are of this clinic, by name.</summary>
    public async Task<IReadOnlyList<Patient>> Those(IReadOnlyCollection<Id<Patient>> ids, CancellationToken cancel) =>
        [.. (await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.FamilyName).Take(Most).ToListAsync(cancel)).Select(row => row.AsPatient())];

    /// <summary>
    /// Keeps what was changed of a person. What somebody else changed since <paramref name="shown"/> stays; what both
    /// changed is asked about: STO402; so is a new name or birth date by which this may be somebody who is here already: MRG110.
    /// Refusals: STO101, STO102, STO105, STO108, STO109, STO111 to STO115.
    /// </summary>
    /// <param name="shown">The person as the form showed it; null when that is not known, and then the form counts as a whole.</param>
    /// <param name="isAnother">Somebody said that those who are like this person are others.</param>
    public async Task<Outcome<Patient>> Change(Patient changed, Patient? shown, CancellationToken cancel, bool isAnother = false)
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
                .. PersonChecks.Reached(merged.Value.Address, merged.Value.EmergencyContact),
                .. PersonChecks.BirthDate(merged.Value.BirthDate, await db.LocalNow(clock, cancel)),
            ];
            if (refusals.Count == 0 && !isAnother)
                refusals.AddRange(await Namesakes.Asked(db, row, merged.Value, cancel));
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
