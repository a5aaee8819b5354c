using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.SafetyPlans;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.SafetyPlans;

/// <summary>Keeps what helps a patient when thoughts of suicide come; the patient reads the newest on the own pages.</summary>
public sealed class SafetyPlanDesk(MooringDb db, PatientDesk patients, TimeProvider clock)
{
    /// <summary>The one that holds; null while none was made.</summary>
    public async Task<SafetyPlan?> Current(Id<Patient> patient, CancellationToken cancel) =>
        (await Rows(patient).FirstOrDefaultAsync(cancel))?.Plan;

    /// <summary>Newest first; all but the first were replaced.</summary>
    public async Task<IReadOnlyList<SafetyPlan>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await Rows(patient).ToListAsync(cancel)).Select(row => row.Plan)];

    /// <summary>Keeps a new one: SFP102 to SFP105, STO105. The same id twice is kept once.</summary>
    /// <param name="replaces">The plan that the form showed; null where it showed none.</param>
    public async Task<Outcome<SafetyPlan>> Agree(Id<Patient> patient, Id<SafetyPlan> id, SafetyPlanDraft draft, Id<SafetyPlan>? replaces, CancellationToken cancel)
    {
        if (db.Unless(Right.AssessRisk) is { } notTheirs)
            return notTheirs;
        if (await patients.Find(patient, cancel) is null)
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var agreed = draft.Agree(id, db.Acting(), clock.GetUtcNow());
        if (!agreed.IsDone)
            return agreed;
        return await ChosenId.Once(db, Kept, async () =>
        {
            if (await Current(patient, cancel) is { } stands && stands.Id != replaces)
                return new Refusal("SFP105", $"Meanwhile {stands.By.Name} kept another plan. It is shown below; put both together and save again.");
            db.Add(new SafetyPlanRow { Id = id, PatientId = patient, At = agreed.Value.At, Plan = agreed.Value });
            await db.SaveChangesAsync(cancel);
            return agreed;
        });

        Task<Outcome<SafetyPlan>?> Kept() => ChosenId.Kept<SafetyPlanRow, SafetyPlan>(
            db, row => row.Id == id, row => row.PatientId == patient && JsonColumn.Write(row.Plan.Steps) == JsonColumn.Write(agreed.Value.Steps), row => row.Plan, cancel);
    }

    private IQueryable<SafetyPlanRow> Rows(Id<Patient> patient) =>
        db.Set<SafetyPlanRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At);
}
