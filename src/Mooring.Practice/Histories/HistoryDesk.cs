using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Histories;

/// <summary>Keeps what is known of a person's past, told by the patient or by staff.</summary>
public sealed class HistoryDesk(MooringDb db, IntakeContent intake, TimeProvider clock)
{
    private const int LongestName = 200;
    private const int MostTries = 10;

    /// <summary>Empty when nothing was told yet.</summary>
    public async Task<History> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<HistoryRow>().AsNoTracking().SingleOrDefaultAsync(row => row.PatientId == patient, cancel))?.History ?? new();

    /// <summary>Changes the history, all changes or none. Refusals: STO156 who may, STO105 no such patient, STO12x what is wrong with it.</summary>
    public async Task<Outcome<History>> Change(Id<Patient> patient, IReadOnlyList<HistoryChange> changes, CancellationToken cancel)
    {
        var by = db.Acting();
        if (db.Unless(Right.TakeHistories, patient) is not null)
            return new Refusal("STO156", "A history is taken by somebody whose role it is.");
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Keep(patient, changes, by, cancel);
            }
            catch (DbUpdateException) when (attempt < MostTries && db.Database.CurrentTransaction is null)
            {
                // Somebody changed it in between: what is changed here is done to what stands now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome<History>> Keep(Id<Patient> patient, IReadOnlyList<HistoryChange> changes, Actor by, CancellationToken cancel)
    {
        var row = await db.Set<HistoryRow>().SingleOrDefaultAsync(row => row.PatientId == patient, cancel);
        var history = row?.History ?? new();
        IReadOnlyList<Refusal> refusals = [.. changes.SelectMany(change => Judge(change, history, by))];
        if (refusals.Count > 0)
            return Outcome<History>.Refuse(refusals);

        if (row is null)
            db.Add(row = new HistoryRow { PatientId = patient });
        row.History = changes.Aggregate(history, (before, change) => Coded(change).Apply(before, by, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return row.History;
    }

    public Task<Outcome<History>> Change(Id<Patient> patient, HistoryChange change, CancellationToken cancel) => Change(patient, [change], cancel);

    private static IEnumerable<Refusal> Judge(HistoryChange change, History history, Actor by)
    {
        var isPatient = by.IsPatient;
        if (change.Name is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > LongestName))
            yield return new("STO125", "Write the name, 200 letters at most.", "name");
        foreach (var (text, at) in Words(change).Where(each => each.Text?.Length > LongestName))
            yield return new("STO157", $"Write this in {LongestName} letters at most; it has {text!.Length}.", at);
        if (change is BackgroundReported background && background.Says.Length > BackgroundReported.Longest)
            yield return new("STO158", $"Write this in {BackgroundReported.Longest} letters at most; it has {background.Says.Length}.", background.Field);
        if (isPatient && change is BackgroundReported)
            yield return new("STO159", "The background is written by staff.");
        if (isPatient && change is ListReviewed)
            yield return new("STO126", "A list is reviewed by staff.");
        if (isPatient && change is Removed removed && !history.IsUnconfirmed(removed.List, removed.What))
            yield return new("STO123", "The clinic has confirmed this. Tell the clinic that it is wrong.");
        if (change is TrialReported { Trial: var trial })
        {
            if (trial.DosePerDay is <= 0)
                yield return new("STO124", "The highest dose a day must be more than nothing; leave it empty when it is not known.", "dosePerDay");
            if (trial.Weeks is < 0)
                yield return new("STO127", "Weeks can not be negative; leave them empty when they are not known.", "weeks");
            if (trial.AdherencePercent is < 0 or > 100)
                yield return new("STO128", "Adherence is a percentage from 0 to 100.", "adherencePercent");
            if (trial.ImprovementPercent is < -100 or > 100)
                yield return new("STO129", "Improvement is a percentage from -100 to 100.", "improvementPercent");
        }
    }

    private static IEnumerable<(string? Text, string At)> Words(HistoryChange change) => change switch
    {
        MedicineReported { Medicine.Use: { } use } => [(use.Dose, "dose"), (use.Frequency, "frequency"), (use.Prescriber, "prescriber")],
        AllergyReported { Allergy: var allergy } => [(allergy.Reaction, "reaction")],
        _ => [],
    };

    // A name that is known gets its code, so that a rule finds it whichever way it is told.
    private HistoryChange Coded(HistoryChange change) => change switch
    {
        MedicineReported { Medicine: { RxNorm: null } medicine } => new MedicineReported(medicine with { Name = medicine.Name.Trim(), RxNorm = intake.History.RxNormOf(medicine.Name) }),
        AllergyReported { Allergy: { RxNorm: null } allergy } => new AllergyReported(allergy with { Name = allergy.Name.Trim(), RxNorm = intake.History.RxNormOf(allergy.Name) }),
        ConditionReported { Condition: { Icd10: null } condition } => new ConditionReported(condition with { Name = condition.Name.Trim(), Icd10 = intake.History.Icd10Of(condition.Name) }),
        TrialReported { Trial: var trial } => new TrialReported(trial with { Drug = trial.Drug.Trim() }),
        _ => change,
    };
}
