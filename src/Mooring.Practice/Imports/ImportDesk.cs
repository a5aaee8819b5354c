using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Imports;

/// <summary>
/// Takes files of other records into the charts, each patient whole; one who can not be taken is left out and named. What
/// the clinic wrote itself always stands; what an earlier import brought is updated as long as nobody here changed it. No
/// list counts as reviewed by it.
/// </summary>
public sealed class ImportDesk(MooringDb db, PersonImport people, HistoryImport histories, ValueImport values)
{
    /// <summary>Who imports: no person, and what an import needs to be allowed.</summary>
    public static Actor Importer { get; } = Actor.Job("Import", Right.RegisterPatients, Right.TakeHistories);

    /// <summary>Refusals: STO101, STO102, STO109, STO111 and STO112 for the person, STO141, STO142 and STO152 for whose chart it is, STO12x for the lists.</summary>
    public async Task<Outcome<ImportTally>> TakeIn(ImportedFile file, CancellationToken cancel)
    {
        if (db.Unless(Right.RegisterPatients) is { } notTheirs)
            return notTheirs;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        List<Refusal> refusals = [];
        List<Refusal> leftOut = [];
        try
        {
            foreach (var patient in file.Patients)
            {
                if (TextLimits.Against(patient) is { Count: > 0 } tooLong)
                {
                    leftOut.AddRange(LeaveOut(patient, tooLong, file.Tally));
                    continue;
                }

                var found = await people.Find(patient, file.Tally, cancel);
                if (found.IsDone)
                    refusals.AddRange(await One(patient, found.Value, file.Tally, cancel));
                else
                    leftOut.AddRange(LeaveOut(patient, found.Refusals, file.Tally));
            }

            if (leftOut.Count > 0 && file.Tally.Patients is { Added: 0, Updated: 0, Unchanged: 0 })
                refusals.AddRange(leftOut);
            if (refusals.Count == 0)
                await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException)
        {
            refusals.Add(new("STO152", "Somebody changed one of these charts at the same moment. Nothing was kept; import the file again."));
        }

        db.ChangeTracker.Clear();
        return refusals.Count == 0 ? file.Tally : Outcome<ImportTally>.Refuse(refusals);
    }

    private async Task<IReadOnlyList<Refusal>> One(ImportedPatient patient, (PatientRow Person, bool IsNew, bool Changed) found, ImportTally tally, CancellationToken cancel)
    {
        var (person, isNew, changed) = found;
        if (isNew && await Namesake(patient, person, cancel) is { } namesake)
            tally.Problems.Add($"{patient.Place}: {namesake} has the same name and birth date as the new {person.Number}; see whether they are one person.");
        var history = await histories.Take(person.Id, patient, tally, cancel);
        if (!history.IsDone)
            return history.Refusals;

        var more = await values.Take(person.Id, patient, tally, cancel);
        if (isNew)
            tally.Patients.Added++;
        else if (changed || history.Value || more)
            tally.Patients.Updated++;
        else
            tally.Patients.Unchanged++;
        return [];
    }

    private static IReadOnlyList<Refusal> LeaveOut(ImportedPatient patient, IReadOnlyList<Refusal> why, ImportTally tally)
    {
        foreach (var (type, count) in patient.Things.SelectMany(thing => thing.Resources))
            tally.Skip(type, "patient left out", count);
        foreach (var resource in patient.Values.Where(values => values.Counts is not null))
            tally.Skip(resource.Counts!, "patient left out");
        tally.Problems.AddRange(why.Select(each => $"{each.At}: {each.Says} This patient was left out."));
        return why;
    }

    private async Task<string?> Namesake(ImportedPatient patient, PatientRow person, CancellationToken cancel) =>
        await Namesakes.Same(db, patient.GivenName, patient.FamilyName, patient.BirthDate, person.Id, cancel) is [var one, ..] ? one.Number : null;
}
