using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Medicines;

/// <summary>What each patient leaves out before a session, and when it is taken again.</summary>
public sealed class HoldsDesk(MooringDb db, TimeProvider clock)
{
    /// <summary>The list that holds; null where no prescriber wrote one, which is not the same as nothing to leave out.</summary>
    public async Task<MedicineHolds?> Now(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<HoldsRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel))?.What;

    /// <summary>Writes the list anew: HLD101 to HLD105, STO105. The same id twice is kept once.</summary>
    public async Task<Outcome<MedicineHolds>> Write(Id<Patient> patient, Id<MedicineHolds> id, IReadOnlyList<MedicineHold> lines, bool allAsUsual, CancellationToken cancel)
    {
        if (MedicineHolds.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        var holds = MedicineHolds.Write(id, lines, allAsUsual, db.Acting(), clock.GetUtcNow());
        if (!holds.IsDone)
            return holds;
        return await ChosenId.Once(
            db,
            () => ChosenId.Kept<HoldsRow, MedicineHolds>(db, row => row.Id == id, row => row.PatientId == patient && row.What.Lines.SequenceEqual(holds.Value.Lines), row => row.What, cancel),
            async () =>
            {
                if (!await db.Set<Patients.PatientRow>().AnyAsync(row => row.Id == patient, cancel))
                    return new Refusal("STO105", "There is no such patient in this clinic.");
                db.Add(new HoldsRow { Id = id, PatientId = patient, At = holds.Value.At, What = holds.Value });
                await db.SaveChangesAsync(cancel);
                return holds;
            });
    }
}
