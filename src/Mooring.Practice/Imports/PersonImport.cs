using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Imports;

/// <summary>Finds whose chart a file speaks of, or begins one.</summary>
public sealed class PersonImport(MooringDb db, TimeProvider clock)
{
    private const string Who = "who";

    internal async Task<Outcome<(PatientRow Person, bool IsNew, bool Changed)>> Find(ImportedPatient patient, ImportTally tally, CancellationToken cancel)
    {
        IReadOnlyList<Refusal> refusals =
            [.. PersonChecks.Names(patient.GivenName, patient.FamilyName), .. PersonChecks.BirthDate(patient.BirthDate, await db.LocalNow(clock, cancel))];
        if (refusals.Count > 0)
            return Outcome<(PatientRow, bool, bool)>.Refuse([.. refusals.Select(refusal => refusal with { At = $"{patient.Place}.resource.{refusal.At}" })]);

        var keys = patient.Keys;
        var known = await db.Set<PersonKeyRow>().Where(row => keys.Contains(row.Key)).ToListAsync(cancel);
        var charts = known.Select(row => row.PatientId).Distinct().ToList();
        if (charts.Count > 1)
            return new Refusal("STO141", "The identifiers belong to different charts of this clinic. Correct the identifiers where the file comes from.", $"{patient.Place}.resource.identifier");

        var isNew = charts.Count == 0;
        var person = isNew ? await Begin(patient, cancel) : await db.Set<PatientRow>().SingleAsync(row => row.Id == charts[0], cancel);
        var differs = isNew ? [] : SamePerson.Differences(person.AsPatient(), patient);
        if (differs.Count > 1)
            return new Refusal("STO142", $"The identifier is that of {person.Number}, but {string.Join(" and ", differs)} differ, so this may be somebody else. Nothing of this patient was taken. Correct the identifier where the file comes from; if it is the same person, correct the chart first.", $"{patient.Place}.resource.identifier");

        db.AddRange(keys.Except(known.Select(row => row.Key), StringComparer.Ordinal)
            .Select(key => new PersonKeyRow { ClinicId = db.Clinic, Key = key, PatientId = person.Id }));
        var changed = await Update(person, patient, isNew, cancel);
        if (differs.Count == 1)
        {
            tally.Problems.Add(changed
                ? $"{patient.Place}: {differs[0]} of {person.Number} was another before this import; see whether it is the same person."
                : $"{patient.Place}: {differs[0]} is another than that of {person.Number}, which stays as it is here; see whether it is the same person.");
        }

        await db.SaveChangesAsync(cancel);
        return (person, isNew, changed);
    }

    private async Task<PatientRow> Begin(ImportedPatient patient, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var person = new PatientRow { Id = Id<Patient>.New(now), Number = await PatientNumbers.Next(db, cancel), AddedAt = now };
        person.Take(Said(person.AsPatient(), patient));
        db.Add(person);
        return person;
    }

    private async Task<bool> Update(PatientRow person, ImportedPatient patient, bool isNew, CancellationToken cancel)
    {
        var mark = await db.Set<ImportedRow>().SingleOrDefaultAsync(row => row.PatientId == person.Id && row.What == Who, cancel);
        if (mark is null)
            db.Add(mark = new ImportedRow { PatientId = person.Id, What = Who });
        var said = Fingerprint.Of(patient with { Keys = [], Place = "", Things = [], Values = [], Withdrawn = [] });
        if (mark.Said == said)
            return false;
        var stood = person.AsPatient();

        var changed = !isNew && mark.Kept == Fingerprint.Of(person.AsPatient());
        if (changed)
            person.Take(Said(stood, patient));
        else if (!isNew && (patient.HasDied || patient.IsReplaced))
            changed = Stands(person, stood, patient);
        mark.Said = said;
        if (isNew || mark.Kept == Fingerprint.Of(stood))
            mark.Kept = Fingerprint.Of(person.AsPatient());
        return changed;
    }

    // What the clinic wrote itself stays; that somebody died, or is charted elsewhere now, is no matter of whose word is newer.
    private static bool Stands(PatientRow person, Patient stood, ImportedPatient said)
    {
        var now = stood with
        {
            HasDied = stood.HasDied || said.HasDied,
            DiedOn = stood.DiedOn ?? said.DiedOn,
            IsReplaced = stood.IsReplaced || said.IsReplaced,
        };
        if (now == stood)
            return false;
        person.Take(now);
        return true;
    }

    private static Patient Said(Patient kept, ImportedPatient said) => kept with
    {
        GivenName = said.GivenName,
        FamilyName = said.FamilyName,
        BirthDate = said.BirthDate,
        Sex = said.Sex,
        Pronoun = said.Pronoun == Pronoun.NotSaid ? kept.Pronoun : said.Pronoun,
        OtherPronoun = said.Pronoun == Pronoun.NotSaid ? kept.OtherPronoun : said.OtherPronoun,
        Language = said.Language,
        Phone = said.Phone ?? kept.Phone,
        Email = said.Email ?? kept.Email,
        HasDied = said.HasDied,
        DiedOn = said.DiedOn,
        IsReplaced = said.IsReplaced,
    };
}
