using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Writes down that a patient wants to be called; it stays on the list until somebody closed it with what came of it.</summary>
public sealed class CallBackDesk(MooringDb db, TimeProvider clock)
{
    /// <summary>Letters of what it is about, and of where to reach the patient.</summary>
    public const int Longest = 300;

    /// <summary>
    /// The same id a second time changes nothing. Refusals: WEB150, STO105 no such patient, TSK111 what it is about, TSK112 where
    /// to reach the patient.
    /// </summary>
    public async Task<Outcome<Guid>> Ask(Id<Patient> patient, Guid id, string? about, string? reach, CancellationToken cancel)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        var (what, where) = (about?.Trim() ?? "", reach?.Trim() ?? "");
        List<Refusal> refusals = [];
        if (what.Length is 0 or > Longest)
            refusals.Add(new("TSK111", $"Write what the call is about, in {Longest} letters at most.", "about"));
        if (where.Length > Longest)
            refusals.Add(new("TSK112", $"Write where and when to reach the patient in {Longest} letters at most.", "reach"));
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (await db.Set<CallBackRow>().AnyAsync(row => row.Id == id && row.PatientId == patient, cancel))
            return id;
        db.Add(new CallBackRow { Id = id, PatientId = patient, By = db.Acting(), At = clock.GetUtcNow(), About = what, Reach = where.Length == 0 ? null : where });
        await db.SaveChangesAsync(cancel);
        return id;
    }
}
