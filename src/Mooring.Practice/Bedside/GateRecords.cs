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
using Mooring.Practice.Risk;
using Mooring.Storage;

namespace Mooring.Practice.Bedside;

/// <summary>What the record knows of a question before the start.</summary>
/// <param name="Says">Shown beside the question.</param>
/// <param name="Value">What a yes writes down, when the record has it.</param>
/// <param name="Contradicts">Why a yes can not be true; null when nothing speaks against it.</param>
/// <param name="Asks">Why a yes needs a word of whoever answers; null when the record bears it out, or does not know.</param>
public sealed record GateShown(string Says, string? Value = null, string? Contradicts = null, string? Asks = null);

/// <summary>Looks up what the checklist would ask again: values of this session, weight, escort, consent, questionnaires.</summary>
public sealed class GateRecords(MooringDb db, ConsentDesk consents, GateAges ages, RiskDesk risk, StaffDesk staff)
{
    public async Task<IReadOnlyDictionary<string, GateShown>> Of(Session session, CancellationToken cancel)
    {
        Dictionary<string, GateShown> known = new(StringComparer.Ordinal);
        if (await staff.Clinic(cancel) is not { } clinic)
            return known;
        foreach (var gate in session.Gates)
        {
            if (gate.Charted.Count > 0)
                known[gate.Id] = Charted(session, gate, clinic);
            else if (gate.Shows is { } of && await Shown(of, gate, session, clinic, cancel) is { } shown)
                known[gate.Id] = shown;
        }

        return known;
    }

    private async Task<GateShown?> Shown(GateRecord of, Gate gate, Session session, Clinic clinic, CancellationToken cancel)
    {
        var patient = new Id<Patient>(session.Plan.Patient);
        return of switch
        {
            GateRecord.Weight => await ages.Weight(gate, session, clinic, cancel),
            GateRecord.Consent => Consent(await consents.Given(patient, cancel)),
            GateRecord.Escort => Escort(session.Answers.GetValueOrDefault(gate.Id)?.Value, (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == patient, cancel))?.AsPatient().Escort),
            _ => await Risk(gate, session, patient, clinic, cancel),
        };
    }

    private static GateShown Charted(Session session, Gate gate, Clinic clinic)
    {
        var last = gate.Charted.Select(session.Chart.Last).OfType<Observed>().ToList();
        return new(last.Count == 0
            ? "Not charted in this session yet."
            : string.Join(", ", last.Select(value => Measures.Print(value.Of, value.Value))) + $", {Time(last.Max(value => value.At), clinic)}.");
    }

    private static GateShown Consent(IReadOnlyList<Clinical.Consent.SignedConsent> given) => given.OrderByDescending(consent => consent.SignedAt).FirstOrDefault() switch
    {
        null => new("No consent is in this record."),
        { WithdrawnAt: not null } => new("The consent was taken back.", Contradicts: "The consent in this record was taken back."),
        var consent => new($"Signed {Day(consent.SignedOn)}, version {consent.FormVersion.ToString(CultureInfo.InvariantCulture)}."),
    };

    private static GateShown? Escort(string? kept, Escort? escort) => escort is null ? null : new(
        $"On file: {escort.Name}, {escort.Phone}.{(kept is not null && !kept.Contains(escort.Name, StringComparison.OrdinalIgnoreCase) ? " Somebody else is written here: put right which is wrong." : "")}",
        $"{escort.Name}, {escort.Phone}");

    private async Task<GateShown> Risk(Gate gate, Session session, Id<Patient> patient, Clinic clinic, CancellationToken cancel)
    {
        var answered = await ages.Sheets(gate, session, clinic, cancel);
        return await risk.HoldsDosing(patient, session.Plan.Protocol.Id, cancel) is { } held ? answered with { Says = $"{answered.Says} {held.Says}", Contradicts = held.Says } : answered;
    }

    internal static string Day(DateOnly day) => day.ToString("MMM d", CultureInfo.GetCultureInfo("en-US"));

    private static string Time(DateTimeOffset at, Clinic clinic) => clinic.LocalTime(at).ToString("h:mm tt", CultureInfo.GetCultureInfo("en-US"));
}
