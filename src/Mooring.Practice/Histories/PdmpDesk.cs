using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Histories;

/// <summary>Keeps who looked into which prescription monitoring program, when, and what it said in words.</summary>
public sealed class PdmpDesk(MooringDb db, MeasurementDesk measurements, CurrentClinic current, TimeProvider clock)
{
    // What surveillance and rules look at.
    private const string LookedInto = "pdmp";

    private const int LettersOfAState = 2;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<PdmpCheck>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<PdmpCheckRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.On).ToListAsync(cancel)).Select(row => row.AsCheck())];

    /// <summary>
    /// Keeps a look: PDM101 the state, PDM102 what was found, PDM103 too long, PDM104 a day to come; and that there was one,
    /// for whatever waits for it. The same id twice is kept once.
    /// </summary>
    public async Task<Outcome<PdmpCheck>> Add(
        Id<Patient> patient, Id<PdmpCheck> id, string? state, PdmpOutcome? outcome, string? says, DateOnly? on, CancellationToken cancel)
    {
        if (db.Unless(Right.TakeHistories) is { } notTheirs)
            return notTheirs;
        var (clinic, letters, words) = ((await current.Find(cancel))!, state?.Trim().ToUpperInvariant() ?? "", says?.Trim() ?? "");
        var today = clinic.DayOf(clock.GetUtcNow());
        List<Refusal> refusals = [];
        if (letters.Length != LettersOfAState || !letters.All(char.IsAsciiLetter))
            refusals.Add(new("PDM101", "Write the state in its two letters, such as IL.", "state"));
        if (outcome is null || (outcome != PdmpOutcome.AsTold && words.Length == 0))
            refusals.Add(new("PDM102", "Say what was found; where it is not as the patient told, or gave no answer, write it in words.", "outcome"));
        if (words.Length > PdmpCheck.Longest)
            refusals.Add(new("PDM103", $"Write it in {PdmpCheck.Longest} letters at most.", "says"));
        if (on > today)
            refusals.Add(new("PDM104", "That day is still to come.", "on"));
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            refusals.Add(new("STO105", "There is no such patient in this clinic."));
        if (refusals.Count > 0)
            return Outcome<PdmpCheck>.Refuse(refusals);
        return await ChosenId.Once(db, Kept, async () =>
        {
            var row = new PdmpCheckRow { Id = id, PatientId = patient, State = letters, Outcome = outcome!.Value, Says = words, On = on ?? today, By = db.Acting() };
            db.Add(row);
            // Both are saved together. Where there was no answer, nobody looked.
            if (outcome == PdmpOutcome.NoAnswer)
                await db.SaveChangesAsync(cancel);
            else if (await measurements.Add(patient, new(id.Value), LookedInto, 1, At(row.On), cancel) is { IsDone: false } refused)
                return Outcome<PdmpCheck>.Refuse(refused.Refusals);
            return row.AsCheck();
        });

        DateTimeOffset At(DateOnly day) => day == today ? clock.GetUtcNow() : clinic.InstantOf(day, new(12, 0));

        Task<Outcome<PdmpCheck>?> Kept() => ChosenId.Kept<PdmpCheckRow, PdmpCheck>(
            db, row => row.Id == id, row => row.PatientId == patient && row.State == letters && row.Outcome == outcome && row.Says == words, row => row.AsCheck(), cancel);
    }
}
