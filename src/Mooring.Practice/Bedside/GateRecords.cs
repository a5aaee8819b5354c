using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Practice.Access;
using Mooring.Practice.Consents;
using Mooring.Practice.Patients;
using Mooring.Practice.Questionnaires;
using Mooring.Practice.Risk;
using Mooring.Storage;

namespace Mooring.Practice.Bedside;

/// <summary>What the record knows of a question before the start.</summary>
/// <param name="Says">Shown beside the question.</param>
/// <param name="Value">What a yes writes down, when the record has it.</param>
/// <param name="Contradicts">Why a yes can not be true; null when nothing speaks against it.</param>
public sealed record GateShown(string Says, string? Value = null, string? Contradicts = null);

/// <summary>Looks up what the checklist would ask again: values of this session, weight, escort, consent, questionnaires.</summary>
public sealed class GateRecords(MooringDb db, ConsentDesk consents, QuestionnaireDesk sheets, RiskDesk risk, StaffDesk staff)
{
    private const int LatestSheets = 2;

    public async Task<IReadOnlyDictionary<string, GateShown>> Of(Session session, CancellationToken cancel)
    {
        Dictionary<string, GateShown> known = new(StringComparer.Ordinal);
        if (await staff.Clinic(cancel) is not { } clinic)
            return known;
        foreach (var gate in session.Gates)
        {
            if (gate.Charted.Count > 0)
                known[gate.Id] = Charted(session, gate, clinic);
            else if (gate.Shows is { } of && await Shown(of, session, clinic, cancel) is { } shown)
                known[gate.Id] = shown;
        }

        return known;
    }

    private async Task<GateShown?> Shown(GateRecord of, Session session, Clinic clinic, CancellationToken cancel)
    {
        var patient = new Id<Patient>(session.Plan.Patient);
        return of switch
        {
            GateRecord.Weight => Weight(session, clinic),
            GateRecord.Consent => Consent(await consents.Given(patient, cancel)),
            GateRecord.Escort => Escort((await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == patient, cancel))?.AsPatient().Escort),
            _ => await Risk(session, patient, clinic, cancel),
        };
    }

    private static GateShown Charted(Session session, Gate gate, Clinic clinic)
    {
        var last = gate.Charted.Select(session.Chart.Last).OfType<Observed>().ToList();
        return new(last.Count == 0
            ? "Not charted in this session yet."
            : string.Join(", ", last.Select(value => Measures.Print(value.Of, value.Value))) + $", {Time(last.Max(value => value.At), clinic)}.");
    }

    private static GateShown Weight(Session session, Clinic clinic)
    {
        var says = string.Create(CultureInfo.InvariantCulture, $"{session.Plan.Weight.InKilograms:0.#} kg, {Day(clinic.DayOf(session.Plan.WeighedAt))}");
        return new($"In the plan: {says}.", says);
    }

    private static GateShown Consent(IReadOnlyList<Clinical.Consent.SignedConsent> given) => given.OrderByDescending(consent => consent.SignedAt).FirstOrDefault() switch
    {
        null => new("No consent is in this record."),
        { WithdrawnAt: not null } => new("The consent was taken back.", Contradicts: "The consent in this record was taken back."),
        var consent => new($"Signed {Day(consent.SignedOn)}, version {consent.FormVersion.ToString(CultureInfo.InvariantCulture)}."),
    };

    private static GateShown? Escort(Escort? escort) => escort is null ? null : new($"On file: {escort.Name}, {escort.Phone}.", $"{escort.Name}, {escort.Phone}");

    private async Task<GateShown> Risk(Session session, Id<Patient> patient, Clinic clinic, CancellationToken cancel)
    {
        var last = (await sheets.Of(patient, cancel)).Where(sheet => sheet.FinishedAt is not null).OrderByDescending(sheet => sheet.TakenAt ?? sheet.FinishedAt).Take(LatestSheets)
            .Select(sheet => $"{sheet.Instrument} on {Day(clinic.DayOf((sheet.TakenAt ?? sheet.FinishedAt)!.Value))}").ToList();
        var says = last.Count == 0 ? "No questionnaire is in this record." : $"Last: {string.Join(", ", last)}.";
        return await risk.HoldsDosing(patient, session.Plan.Protocol.Id, cancel) is { } held ? new($"{says} {held.Says}", Contradicts: held.Says) : new(says);
    }

    private static string Day(DateOnly day) => day.ToString("MMM d", CultureInfo.GetCultureInfo("en-US"));

    private static string Time(DateTimeOffset at, Clinic clinic) => clinic.LocalTime(at).ToString("h:mm tt", CultureInfo.GetCultureInfo("en-US"));
}
