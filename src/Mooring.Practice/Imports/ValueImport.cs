using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Practice.Histories;
using Mooring.Storage;

namespace Mooring.Practice.Imports;

/// <summary>Files imported measurements. Each has the same id at every import, and the same value of the same moment is one, so it is there once.</summary>
public sealed class ValueImport(MooringDb db)
{
    /// <summary>Whether anything changed.</summary>
    internal async Task<bool> Take(Id<Patient> person, ImportedPatient patient, ImportTally tally, CancellationToken cancel)
    {
        var by = db.ClinicScope.Actor ?? throw new InvalidOperationException("Nobody acts.");
        var kept = await db.Set<MeasurementRow>().Where(row => row.PatientId == person).ToDictionaryAsync(row => row.Id, cancel);
        var any = false;
        foreach (var resource in patient.Values)
        {
            var changed = false;
            foreach (var (value, names) in Named(resource))
                changed |= File(person, names, value, by, kept);
            any |= changed;
            if (resource.Counts is not { } type)
                continue;
            if (changed)
                tally.Take(new Dictionary<string, int>(StringComparer.Ordinal) { [type] = 1 });
            else
                tally.Keep(new Dictionary<string, int>(StringComparer.Ordinal) { [type] = 1 });
        }

        any |= Withdraw(person, patient.Withdrawn, kept, tally);
        await db.SaveChangesAsync(cancel);
        return any;
    }

    // A resource may measure one thing several times: the second is told from the first by its place.
    private static IEnumerable<(Observation Value, IReadOnlyList<string> Names)> Named(ImportedValues resource) =>
        from same in resource.Values.GroupBy(value => value.Code, StringComparer.Ordinal)
        from each in same.Index()
        select (each.Item, each.Index == 0 ? resource.Names : (IReadOnlyList<string>)[.. resource.Names.Select(name => FormattableString.Invariant($"{name}#{each.Index}"))]);

    private bool File(Id<Patient> person, IReadOnlyList<string> names, Observation value, Actor by, Dictionary<Id<Measurement>, MeasurementRow> kept)
    {
        var id = IdOf(person, names[0], value.Code);
        var row = kept.GetValueOrDefault(id)
            ?? names.Skip(1).Select(name => kept.GetValueOrDefault(IdOf(person, name, value.Code))).FirstOrDefault(other => other?.At == value.At)
            ?? kept.Values.FirstOrDefault(other => other.Code == value.Code && other.At == value.At && Says(other, value));
        if (row is not null)
        {
            if (row.At == value.At && Says(row, value))
                return false;
            (row.Value, row.Unit, row.At, row.Bound, row.Doubt) = (value.Value.Value, value.Value.Unit, value.At, value.Bound, value.Doubt);
            return true;
        }

        kept[id] = row = new MeasurementRow
        {
            Id = id,
            PatientId = person,
            Code = value.Code,
            Value = value.Value.Value,
            Unit = value.Value.Unit,
            Bound = value.Bound,
            Doubt = value.Doubt,
            At = value.At,
            By = by,
        };
        db.Add(row);
        return true;
    }

    private static bool Says(MeasurementRow row, Observation value) =>
        row.Value.Equals(value.Value.Value) && row.Unit == value.Value.Unit && row.Bound == value.Bound && row.Doubt == value.Doubt;

    private static Id<Measurement> IdOf(Id<Patient> person, string name, string code) => new(Fingerprint.Id(person.ToString(), name, code));

    // An earlier import may have filed what has since been declared an error; the audit trail keeps that it was there.
    private bool Withdraw(Id<Patient> person, IReadOnlyList<string> sources, Dictionary<Id<Measurement>, MeasurementRow> kept, ImportTally tally)
    {
        var codes = kept.Values.Select(row => row.Code).Distinct(StringComparer.Ordinal).ToList();
        var gone = (from source in sources
                    from code in codes
                    let id = IdOf(person, source, code)
                    where kept.ContainsKey(id)
                    select kept[id]).Distinct().ToList();
        db.RemoveRange(gone);
        if (gone.Count > 0)
            tally.Problems.Add(FormattableString.Invariant($"{gone.Count} value(s) of an earlier import were entered in error and are gone from the chart; the audit trail keeps them."));
        return gone.Count > 0;
    }
}
