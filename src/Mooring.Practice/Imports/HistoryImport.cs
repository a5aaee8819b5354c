using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Histories;
using Mooring.Storage;

namespace Mooring.Practice.Imports;

/// <summary>Puts imported conditions, medicines, allergies and trials on the lists, without ever overwriting the clinic's own word.</summary>
public sealed class HistoryImport(MooringDb db, HistoryDesk desk)
{
    private const string Ours = "the chart has its own entry of that name";

    /// <summary>Whether anything changed.</summary>
    internal async Task<Outcome<bool>> Take(Id<Patient> person, ImportedPatient patient, ImportTally tally, CancellationToken cancel)
    {
        var before = await desk.Of(person, cancel);
        var marks = await db.Set<ImportedRow>().Where(row => row.PatientId == person).ToDictionaryAsync(row => row.What, StringComparer.Ordinal, cancel);
        List<(ImportedThing Thing, ImportedRow Mark)> told = [];
        foreach (var each in patient.Things)
        {
            var change = Clash.Apart(each.Change, Fingerprint.On(before, each.Change.List, each.Change.Name!));
            var thing = each with { Change = change };
            var (list, name) = (change.List, change.Name!);
            var (what, said) = ($"{list}:{name.ToUpperInvariant()}", Fingerprint.Of(Alone(thing.Change)));
            var onList = Fingerprint.On(before, list, name);
            if (!marks.TryGetValue(what, out var mark))
                db.Add(mark = new ImportedRow { PatientId = person, What = what });

            if (mark.Said == said)
                tally.Keep(thing.Resources);
            else if (mark.Said.Length == 0 ? onList is null : mark.Kept == Fingerprint.Of(onList))
                told.Add((thing, mark));
            else
                Leave(thing, tally);
            mark.Said = said;
        }

        return await Tell(person, told, tally, cancel);
    }

    private async Task<Outcome<bool>> Tell(Id<Patient> person, List<(ImportedThing Thing, ImportedRow Mark)> told, ImportTally tally, CancellationToken cancel)
    {
        IEnumerable<HistoryChange> changes = told.Select(each => each.Thing.Change);
        IEnumerable<HistoryChange> reopened = told.Select(each => each.Thing.Change.List).Distinct().Select(list => new ListReopened(list));
        if (told.Count > 0)
        {
            var made = await desk.Change(person, [.. changes, .. reopened], cancel);
            if (!made.IsDone)
                return Outcome<bool>.Refuse([.. made.Refusals.Select(refusal => refusal with { At = $"{told[0].Thing.Place} and on" })]);
            foreach (var (thing, mark) in told)
            {
                mark.Kept = Fingerprint.Of(Fingerprint.On(made.Value, thing.Change.List, thing.Change.Name!));
                tally.Take(thing.Resources);
            }
        }

        await db.SaveChangesAsync(cancel);
        return Outcome<bool>.Done(told.Count > 0);
    }

    private static void Leave(ImportedThing thing, ImportTally tally)
    {
        foreach (var (resource, count) in thing.Resources)
            tally.Skip(resource, Ours, count);
    }

    // The fact that a change carries: what it makes of an empty history.
    private static object? Alone(HistoryChange change) =>
        Fingerprint.On(change.Apply(new(), Actor.Job("import"), default), change.List, change.Name!);
}
