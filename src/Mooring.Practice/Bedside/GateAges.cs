using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Practice.Histories;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Bedside;

/// <summary>How old the record's answers to a question before the start are, held against what the question asks for.</summary>
public sealed class GateAges(MooringDb db, QuestionnaireDesk questionnaires, MeasurementDesk measurements, InstrumentCatalog shelf, TimeProvider clock)
{
    /// <summary>The last weight, in the plan or measured since.</summary>
    internal async Task<GateShown> Weight(Gate gate, Session session, Clinic clinic, CancellationToken cancel)
    {
        var measured = await measurements.LastWeight(Of(session), cancel);
        var isPlan = measured is null || measured.At <= session.Plan.WeighedAt;
        var (kilograms, at) = isPlan ? (session.Plan.Weight.InKilograms, session.Plan.WeighedAt) : (measured!.Value.Value, measured.At);
        var (day, today) = (clinic.DayOf(at), clinic.DayOf(clock.GetUtcNow()));
        var within = await IsFirst(session, cancel) ? gate.WithinFirst ?? gate.Within : gate.Within;
        var says = string.Create(CultureInfo.InvariantCulture, $"{kilograms:0.#} kg, {GateRecords.Day(day)}");
        return new($"{(isPlan ? "In the plan" : "Measured")}: {says}{Fits(day, today, within)}.", says)
        {
            Asks = IsOlder(day, today, within) ? $"The last weight is {says}: {Older(within!.Value)}. Weigh the patient and write weight and day" : null,
        };
    }

    /// <summary>The questionnaires that the question names, each with its day and whether that is recent enough.</summary>
    internal async Task<GateShown> Sheets(Gate gate, Session session, Clinic clinic, CancellationToken cancel)
    {
        var today = clinic.DayOf(clock.GetUtcNow());
        var all = (await questionnaires.Of(Of(session), cancel)).Where(sheet => sheet.FinishedAt is not null).ToList();
        List<string> says = [];
        List<string> asks = [];
        foreach (var wanted in gate.Sheets)
        {
            var name = shelf.NameOf(wanted.AnyOf[0]);
            var last = all.Where(sheet => wanted.AnyOf.Contains(sheet.Instrument)).MaxBy(sheet => sheet.TakenAt ?? sheet.FinishedAt);
            DateOnly? day = last is null ? null : clinic.DayOf((last.TakenAt ?? last.FinishedAt)!.Value);
            says.Add(day is { } on ? $"{shelf.NameOf(last!.Instrument)} on {GateRecords.Day(on)}{Fits(on, today, wanted.Within)}" : $"{name}: not in this record");
            if (day is not { } answered || IsOlder(answered, today, wanted.Within))
                asks.Add(day is null ? $"{name} is not in this record" : $"{name} was last answered on {GateRecords.Day(day.Value)}, {Older(wanted.Within)}");
        }

        return new(says.Count == 0 ? "" : $"{string.Join("; ", says)}.") { Asks = asks.Count == 0 ? null : $"{string.Join("; ", asks)}. Ask for it" };
    }

    private static Id<Patient> Of(Session session) => new(session.Plan.Patient);

    private Task<bool> IsFirst(Session session, CancellationToken cancel)
    {
        var patient = Of(session);
        return db.Set<SessionRow>().Where(row => row.PatientId == patient && row.Id != session.Id).AllAsync(row => row.Phase < Phase.Discharged, cancel);
    }

    private static bool IsOlder(DateOnly day, DateOnly today, TimeSpan? within) => within is { } most && today.DayNumber - day.DayNumber > most.TotalDays;

    private static string Fits(DateOnly day, DateOnly today, TimeSpan? within) =>
        within is not { } most ? "" : IsOlder(day, today, most) ? $", {Older(most)}" : most == TimeSpan.Zero ? ", today" : $", within {Days(most)}";

    private static string Older(TimeSpan within) => within == TimeSpan.Zero ? "not today" : $"not within {Days(within)}";

    private static string Days(TimeSpan within) => string.Create(CultureInfo.InvariantCulture, $"{within.TotalDays:0} days");
}
