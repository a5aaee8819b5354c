using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Rules;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Histories;

/// <summary>Keeps values measured outside a session, in the one unit that rules compare.</summary>
public sealed class MeasurementDesk(MooringDb db, ClinicalLibrary library, StaffDesk staff, TimeProvider clock)
{
    private const string BodyWeight = "29463-7";

    /// <summary>What can be entered: every measure that rules read from observations.</summary>
    public IReadOnlyList<Measure> Known =>
        [.. library.Words.Measures.Values.Where(measure => measure is { From: MeasureFrom.Observation, Code: not null }).OrderBy(measure => measure.Title, StringComparer.Ordinal)];

    /// <summary>The unit in which a measure is kept; null for none of <see cref="Known"/>.</summary>
    public string? UnitOf(string? measure) => Known.FirstOrDefault(each => each.Id == measure)?.Unit;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Measurement>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<MeasurementRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).ToListAsync(cancel))
            .Select(row => row.AsMeasurement())];

    /// <summary>The newest weight that nobody doubts, in kg; null when there is none.</summary>
    public async Task<Observation?> LastWeight(Id<Patient> patient, CancellationToken cancel) => (
        from measured in await Of(patient, cancel)
        let seen = measured.Observation
        where seen is { Code: BodyWeight, Doubt: null, Bound: Bound.Exactly }
        let kilograms = seen.Value.In("kg")
        where kilograms is not null
        select seen with { Value = kilograms.Value }).FirstOrDefault();

    /// <summary>Keeps a value; the same value under the same id twice is kept once. Refusals: STO105, STO133, STO145, STO149, STO151, STO401.</summary>
    /// <param name="measure">The id of one of <see cref="Known"/>.</param>
    public async Task<Outcome<Measurement>> Add(Id<Patient> patient, Id<Measurement> id, string measure, double? value, DateTimeOffset at, CancellationToken cancel)
    {
        if (db.Unless(Right.TakeHistories) is { } notTheirs)
            return notTheirs;
        var known = Known.FirstOrDefault(each => each.Id == measure);
        List<Refusal> refusals = [];
        if (known is null)
            refusals.Add(new("STO145", "Choose what was measured.", "measure"));
        if (value is not { } number || !double.IsFinite(number) || number < 0)
            refusals.Add(new("STO151", "Write the value as a number, 0 or more.", "value"));
        else if (known is not null && PossibleValues.Of(library).Any(range => range.Excludes(known.Code!, new(number, known.Unit))))
            refusals.Add(new("STO149", string.Create(CultureInfo.InvariantCulture, $"{number:0.###} {known.Unit} can not be. Check the number, its point and its unit."), "value"));
        if (at > clock.GetUtcNow())
            refusals.Add(new("STO133", "That day is still to come.", "on"));
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            refusals.Add(new("STO105", "There is no such patient in this clinic."));
        if (refusals.Count > 0)
            return Outcome<Measurement>.Refuse(refusals);

        var clinic = (await staff.Clinic(cancel))!;
        return await ChosenId.Once(db,
            () => ChosenId.Kept<MeasurementRow, Measurement>(db, row => row.Id == id, IsSame, row => row.AsMeasurement(), cancel),
            async () =>
            {
                var row = new MeasurementRow
                {
                    Id = id,
                    PatientId = patient,
                    Code = known!.Code!,
                    Unit = known.Unit,
                    Value = value!.Value,
                    At = at,
                    By = db.ClinicScope.Actor ?? throw new InvalidOperationException("Nobody acts."),
                };
                db.Add(row);
                await db.SaveChangesAsync(cancel);
                return row.AsMeasurement();
            });

        // The form gives a day; of today it means this moment, which is later at the second try.
        bool IsSame(MeasurementRow row) => row.PatientId == patient && row.Code == known!.Code && row.Value.Equals(value!.Value) && clinic.DayOf(row.At) == clinic.DayOf(at);
    }

    /// <summary>How a measure reads: its title, value and unit, and what is in doubt.</summary>
    public string Say(Measurement measurement) => string.Create(CultureInfo.InvariantCulture,
        $"{Known.FirstOrDefault(each => each.Code == measurement.Observation.Code)?.Title ?? measurement.Observation.Code} {Value(measurement.Observation)}");

    private static string Value(Observation seen) => seen switch
    {
        { Doubt: { } doubt, Value.Unit: "" } => doubt,
        { Doubt: { } doubt } => $"{seen.Bound.Sign()}{seen.Value} ({doubt})",
        _ => $"{seen.Bound.Sign()}{seen.Value}",
    };
}
