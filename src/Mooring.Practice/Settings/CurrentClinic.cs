using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Settings;

/// <summary>The clinic that this request or piece of work is in, with the settings in force, read once for all of it.</summary>
public sealed class CurrentClinic(MooringDb db, TimeProvider clock)
{
    private Clinic? known;

    /// <summary>Null before one was set up, and where none was entered.</summary>
    public async Task<Clinic?> Find(CancellationToken cancel)
    {
        var id = db.Clinic;
        if (known?.Id != id)
            known = (await ClinicInForce.Entered(db).SingleOrDefaultAsync(cancel))?.AsClinic();
        return known;
    }

    /// <summary>What was read already; null where nobody asked yet. It never asks the database.</summary>
    public Clinic? Known => known;

    /// <summary>The same at once, for what can not wait: a sentence that is printed while the page around it is drawn.</summary>
    public Clinic? Now()
    {
        var id = db.Clinic;
        if (known?.Id != id)
            known = ClinicInForce.Entered(db).SingleOrDefault()?.AsClinic();
        return known;
    }

    /// <summary>Prints sentences in this clinic's time; null where there is no clinic.</summary>
    public SentencePrinter? Printer(Language language = Language.English) =>
        Now() is { } clinic ? new(clinic, clock.GetUtcNow(), language) : null;

    /// <summary>It was changed: whoever asks next reads it anew.</summary>
    internal void Forget() => known = null;
}
