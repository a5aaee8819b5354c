using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>Legal holds: a chart that must be kept as it is.</summary>
public sealed class HoldDesk(MooringDb db, TimeProvider clock)
{
    /// <summary>All of a patient, the last first.</summary>
    public async Task<IReadOnlyList<LegalHold>> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<LegalHoldRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).ToListAsync(cancel)).ConvertAll(row => row.AsHold());

    /// <summary>PRV160 while one stands: nothing takes the chart out of the lists, moves it or deletes it.</summary>
    public async Task<Refusal?> Against(Id<Patient> patient, CancellationToken cancel) =>
        await db.Set<LegalHoldRow>().AnyAsync(row => row.PatientId == patient && row.EndedAt == null, cancel)
            ? new("PRV160", "A legal hold stands on this chart: it is kept as it is. The privacy officer says when it ends.") : null;

    /// <summary>WEB150, STO105, PRV161 why, PRV162 it stands already.</summary>
    public async Task<Outcome<Guid>> Put(Id<Patient> patient, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.AnswerRequests) is { } notTheirs)
            return notTheirs;
        var reason = because?.Trim() ?? "";
        if (reason.Length is 0 or > RequestDesk.Longest)
            return new Refusal("PRV161", $"Write who asks for it and why, in {RequestDesk.Longest} letters at most.", "holdBecause");
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (await db.Set<LegalHoldRow>().AnyAsync(row => row.PatientId == patient && row.EndedAt == null, cancel))
            return new Refusal("PRV162", "A legal hold stands on this chart already.");
        var row = new LegalHoldRow { Id = Guid.CreateVersion7(clock.GetUtcNow()), PatientId = patient, Because = reason, By = db.Acting(), At = clock.GetUtcNow() };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>WEB150, PRV163 none stands; only the privacy officer ends one.</summary>
    public async Task<Outcome<Guid>> Lift(Id<Patient> patient, CancellationToken cancel)
    {
        if (db.Unless(Right.ManagePrivacy) is { } notTheirs)
            return notTheirs;
        if (await db.Set<LegalHoldRow>().FirstOrDefaultAsync(row => row.PatientId == patient && row.EndedAt == null, cancel) is not { } row)
            return new Refusal("PRV163", "No legal hold stands on this chart.");
        (row.EndedAt, row.EndedBy) = (clock.GetUtcNow(), db.Acting());
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }
}
