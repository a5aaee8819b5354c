using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Storage.Histories;

namespace Mooring.Storage.Imports;

/// <summary>Files imported measurements. Each has the same id at every import, so it is there once.</summary>
public sealed class ValueImport(MooringDb db)
{
    private const string Observations = "Observation";

    private static readonly Dictionary<string, int> One = new(StringComparer.Ordinal) { [Observations] = 1 };

    /// <summary>Whether anything changed.</summary>
    internal async Task<bool> Take(Id<Patient> person, ImportedPatient patient, ImportTally tally, CancellationToken cancel)
    {
        var by = db.ClinicScope.Actor ?? throw new InvalidOperationException("Nobody acts.");
        var kept = await db.Set<MeasurementRow>().Where(row => row.PatientId == person).ToDictionaryAsync(row => row.Id, cancel);
        var any = false;
        foreach (var resource in patient.Values)
        {
            var changed = false;
            foreach (var value in resource.Values)
                changed |= File(person, resource.Source, value, by, kept);
            if (changed)
                tally.Take(One);
            else
                tally.Keep(One);
            any |= changed;
        }

        any |= Withdraw(person, patient.Withdrawn, kept, tally);
        await db.SaveChangesAsync(cancel);
        return any;
    }

    private bool File(Id<Patient> person, string source, Observation value, Actor by, Dictionary<Id<Measurement>, MeasurementRow> kept)
    {
        var id = new Id<Measurement>(Fingerprint.Id(person.ToString(), source, value.Code));
        if (kept.TryGetValue(id, out var row))
        {
            if (row.Value.Equals(value.Value.Value) && row.Unit == value.Value.Unit && row.At == value.At)
                return false;
            (row.Value, row.Unit, row.At) = (value.Value.Value, value.Value.Unit, value.At);
            return true;
        }

        kept[id] = row = new MeasurementRow
        {
            Id = id,
            PatientId = person,
            Code = value.Code,
            Value = value.Value.Value,
            Unit = value.Value.Unit,
            At = value.At,
            By = by,
        };
        db.Add(row);
        return true;
    }

    // An earlier import may have filed what has since been declared an error; the audit trail keeps that it was there.
    private bool Withdraw(Id<Patient> person, IReadOnlyList<string> sources, Dictionary<Id<Measurement>, MeasurementRow> kept, ImportTally tally)
    {
        var codes = kept.Values.Select(row => row.Code).Distinct(StringComparer.Ordinal).ToList();
        var gone = (from source in sources
                    from code in codes
                    let id = new Id<Measurement>(Fingerprint.Id(person.ToString(), source, code))
                    where kept.ContainsKey(id)
                    select kept[id]).ToList();
        db.RemoveRange(gone);
        if (gone.Count > 0)
            tally.Problems.Add(FormattableString.Invariant($"{gone.Count} value(s) of an earlier import were entered in error and are gone from the chart; the audit trail keeps them."));
        return gone.Count > 0;
    }
}
