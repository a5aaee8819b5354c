using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Timepoints;

/// <summary>Asks a questionnaire of one patient, such as a form of the clinic's own: it stands on their own pages until it is answered.</summary>
public sealed class AskedSheetDesk(MooringDb db, AskingDesk asking, InstrumentCatalog shelf, TimeProvider clock)
{
    /// <summary>WEB150, STO105, FRM101 to FRM103. The same id twice is asked once.</summary>
    public async Task<Outcome<AskedSheet>> Ask(Id<Patient> patient, Id<AskedSheet> id, string? instrument, CancellationToken cancel)
    {
        if (db.Unless(Right.AskQuestionnaires) is { } notTheirs)
            return notTheirs;
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (await Kept() is { } kept)
            return kept;
        var due = (await asking.DueFor(patient, cancel)).Select(sheet => sheet.Instrument.Id);
        var asked = AskedSheet.Ask(id, shelf.Find(instrument ?? "")?.Value, due, db.Acting(), clock.GetUtcNow());
        if (!asked.IsDone)
            return asked;
        return await ChosenId.Keep(db, Kept, async () =>
        {
            db.Add(new AskedSheetRow { Id = id, PatientId = patient, At = asked.Value.At, What = asked.Value });
            await db.SaveChangesAsync(cancel);
            return asked.Value;
        });

        Task<Outcome<AskedSheet>?> Kept() => ChosenId.Kept<AskedSheetRow, AskedSheet>(db, row => row.Id == id, row => row.PatientId == patient && row.What.Instrument == instrument, row => row.What, cancel);
    }

    /// <summary>Asks it no more: WEB150, FRM104 it is not asked. What was answered already stays.</summary>
    public async Task<Outcome<AskedSheet>> TakeBack(Id<Patient> patient, Id<AskedSheet> id, CancellationToken cancel)
    {
        if (db.Unless(Right.AskQuestionnaires) is { } notTheirs)
            return notTheirs;
        if (await db.Set<AskedSheetRow>().SingleOrDefaultAsync(row => row.Id == id && row.PatientId == patient, cancel) is not { } row)
            return new Refusal("FRM104", "This is not asked of the patient; look at the page again.");
        if (row.What.TakenBackBy is null)
        {
            row.What = row.What with { TakenBackBy = db.Acting() };
            await db.SaveChangesAsync(cancel);
        }

        return row.What;
    }
}
