using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Practice.Bedside;
using Mooring.Practice.Scheduling;
using Mooring.Storage.Journals;

namespace Mooring.Demo;

/// <summary>Takes one session along its way through its desks, each step at its minute from the start of dosing.</summary>
public sealed class DemoSession(DemoStage stage, Id<Session> id, Id<Chair> chair, DateTimeOffset doseAt)
{
    private int steps;

    public Task Arrive() => stage.Seats(At(-40)).CheckIn(id, chair);

    /// <summary>Check-in, checklist, go, and the time-out of two people.</summary>
    public async Task Prepare()
    {
        await Arrive();
        await Vitals(-25, systolic: 122, diastolic: 76, rate: 72, oxygen: 98, breaths: 14);
        var session = (await stage.Ask(Role.Nurse, At(-20), (SessionDesk desk) => desk.Find(id, default)))!;
        var gates = session.Gates.Select(gate => new GateTyped { Item = gate.Id, Answer = GateAnswer.Met, Value = gate.AsksFor is null ? null : Written(gate.Id), Note = gate.Sheets.Count > 0 ? "Asked again at the chair" : null }).ToList();
        await Step(Role.Nurse, -20, (ClearanceDesk desk, EntryStamp stamp) => desk.AnswerGates(id, new() { Gates = gates }, stamp, default));
        await Step(Role.Prescriber, -10, (ClearanceDesk desk, EntryStamp stamp) => desk.DecideGo(id, new() { Go = true }, stamp, default));
        var read = LabelAndPump.Of(session);
        var asked = StampAt(-5);
        await stage.Do(Role.Nurse, At(-5), (TimeOutDesk desk) => desk.AskTimeOut(id, read, asked, default));
        await Step(Role.Prescriber, -4, (TimeOutDesk desk, EntryStamp stamp) => desk.ConfirmTimeOut(id, read with { Request = asked.EventId }, stamp, default));
    }

    public async Task Infuse()
    {
        await Step(Role.Nurse, -8, (LineDesk desk, EntryStamp stamp) => desk.PlaceAccess(id, new() { Site = "left forearm", Gauge = "22 G", Attempts = "1" }, stamp, default));
        var plan = (await stage.Ask(Role.Nurse, At(0), (SessionDesk desk) => desk.Find(id, default)))!.Plan;
        await Step(Role.Nurse, 0, (DosingDesk desk, EntryStamp stamp) => desk.StartInfusion(
            id,
            new()
            {
                Milligrams = Text(plan.Dose.InMilligrams),
                Minutes = Text(plan.Minutes!.Value),
                Milliliters = Text(plan.BagMilliliters!.Value),
                Rate = Text(Math.Round(plan.BagMilliliters.Value / plan.Minutes.Value * 60, 2)),
            },
            stamp,
            default));
    }

    /// <summary>Somebody keeps this patient in sight from now on.</summary>
    public Task Take(Role role) => Step(role, -38, (HandoverDesk desk, EntryStamp stamp) => desk.TakeOver(id, new(), stamp, default));

    public Task Inject(double milligrams) => Step(
        Role.Nurse, 0, (DosingDesk desk, EntryStamp stamp) => desk.GiveDose(id, new() { Milligrams = Text(milligrams), Site = "left deltoid" }, stamp, default));

    public async Task Spray(int devices)
    {
        for (var number = 1; number <= devices; number++)
        {
            var n = number;
            await Step(Role.Nurse, (number - 1) * 5, (DosingDesk desk, EntryStamp stamp) => desk.UseDevice(id, new() { Number = n }, stamp, default));
        }
    }

    public Task Stop(double minute) => Step(
        Role.Nurse, minute, (DosingDesk desk, EntryStamp stamp) => desk.StopInfusion(id, new() { Completed = true }, stamp, default));

    public Task Recover(double minute) => Step(Role.Nurse, minute, (DosingDesk desk, EntryStamp stamp) => desk.StartRecovery(id, stamp, default));

    public Task Vitals(double minute, double systolic, double diastolic, double rate, double oxygen, double breaths, int sedation = 5, int? dissociation = null) => Step(
        Role.Nurse,
        minute,
        (ChartingDesk desk, EntryStamp stamp) => desk.Chart(
            id,
            new()
            {
                Values =
                [
                    Measure("nibp-sys", systolic), Measure("nibp-dia", diastolic), Measure("hr", rate), Measure("spo2", oxygen), Measure("rr", breaths),
                    Measure("moaa-s", sedation), .. minute < 0 ? [Measure("temp", 36.6)] : Array.Empty<MeasureTyped>(), .. dissociation is { } felt ? [Measure("dissociation", felt)] : Array.Empty<MeasureTyped>(),
                ],
                Position = Position.Reclined,
            },
            stamp,
            default));

    public Task Note(double minute, string text) => Step(Role.Nurse, minute, (ChartingDesk desk, EntryStamp stamp) => desk.Note(id, new() { Text = text }, stamp, default));

    public Task Harm(double minute, string term, int grade, string action) => Step(
        Role.Nurse, minute, (AdverseEventDesk desk, EntryStamp stamp) => desk.RecordAdverseEvent(id, new() { Term = term, Grade = grade, Action = action, Outcome = AdverseOutcome.Resolved }, stamp, default));

    /// <summary>Criteria, escort, instructions, discharge, both signatures.</summary>
    public async Task Leave(double minute, Clinical.Patients.Escort escort)
    {
        var session = (await stage.Ask(Role.Nurse, At(minute), (SessionDesk desk) => desk.Find(id, default)))!;
        if (session.Access is not null)
            await Step(Role.Nurse, minute, (LineDesk desk, EntryStamp stamp) => desk.RemoveAccess(id, new() { SiteWell = true }, stamp, default));
        // The call of the next day, which leaving asks for.
        await stage.Do(Role.Nurse, At(minute), (BookingDesk desk) => desk.Book(
            new() { Patient = new(session.Plan.Patient), Type = "phone-call", Day = DateOnly.FromDateTime(At(minute).UtcDateTime).AddDays(1), Time = new(10, 0), Override = "As agreed with the patient" }, default));
        var criteria = session.Pack.Discharge.Criteria.Select(criterion => new CriterionTyped { Item = criterion.Id, Met = Finding.Met, Value = criterion.AsksFor is null ? null : "9 of 10" }).ToList();
        await Step(Role.Nurse, minute, (LeavingDesk desk, EntryStamp stamp) => desk.AnswerCriteria(id, new() { Criteria = criteria }, stamp, default));
        await Step(Role.Nurse, minute + 1, (LeavingDesk desk, EntryStamp stamp) => desk.HandOver(
            id, new() { Name = escort.Name, Phone = escort.Phone, Relationship = escort.Relationship ?? "friend", Verified = true }, stamp, default));
        await Step(Role.Nurse, minute + 2, (LeavingDesk desk, EntryStamp stamp) => desk.GiveInstructions(
            id, new() { Language = "en", Version = "1", ToPatient = true, ToEscort = true }, stamp, default));
        await Step(Role.Nurse, minute + 3, (LeavingDesk desk, EntryStamp stamp) => desk.Discharge(id, new(), stamp, default));
        foreach (var role in session.Pack.Discharge.Signatures)
            await Step(role, minute + 8, (SigningDesk desk, EntryStamp stamp) => desk.Sign(id, new(), stamp, default));
    }

    // What a nurse would write where the checklist asks for more than yes.
    private static string Written(string gate) => gate switch
    {
        "confirm-identity" => "lot D4417",
        "confirm-consent" => "I want it today; it may feel far away for a while, and then I rest here",
        "confirm-fasting" => "toast at 6 in the morning, water until 8",
        "confirm-escort" => "sibling, +1 555 0100, waits downstairs",
        "confirm-weight" => "weighed today, as in the plan",
        _ => "nothing new",
    };

    private static MeasureTyped Measure(string of, double value) => new() { Of = of, Value = Text(value) };

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private DateTimeOffset At(double minute) => doseAt + TimeSpan.FromMinutes(minute);

    private EntryStamp StampAt(double minute) => Stamp.At(At(minute), Guid.CreateVersion7(At(minute) + TimeSpan.FromMilliseconds(++steps)));

    private Task Step<TDesk>(Role role, double minute, Func<TDesk, EntryStamp, Task<Outcome<Session>>> act)
        where TDesk : notnull => stage.Do(role, At(minute), (TDesk desk) => act(desk, StampAt(minute)));
}
