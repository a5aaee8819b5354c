using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Vitals;
using Mooring.Demo;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Bedside;
using Mooring.Practice.Devices;
using Mooring.Storage.Journals;
using Mooring.Storage.Telemetry;

namespace Mooring.Tests.Practice;

/// <summary>A person, a chair and a session on it, in a clinic in memory; taken on by its staff as far as a test wants.</summary>
internal sealed class ChairInMemory(ClinicInMemory clinic, Id<Patient> patient, Id<Chair> chair, Id<Session> session)
{
    private const string Monitor = "0A0B0CFFFE000001";

    public Id<Patient> Patient => patient;

    public Id<Chair> Chair => chair;

    public Id<Session> Session => session;

    /// <summary>Somebody who has come; the session is open, and nobody is checked in: 36 mg by vein over 40 minutes.</summary>
    public static async Task<ChairInMemory> Arriving(ClinicInMemory clinic, string protocol = "TRD-IV-STD", string drug = "ketamine")
    {
        var patient = await TakeIn(clinic, "Noor");
        var chair = (await clinic.Seats.Chair("Chair 1", "Room A")).Id;
        var plan = clinic.Seats.Infusion(patient) with
        {
            Protocol = new(protocol, 1, "none"),
            Drug = drug,
            Dose = Mass.Milligrams(36),
            HardCap = Mass.Milligrams(108),
            HardCapPerHour = null,
            Weight = Weight.Kilograms(72),
            Baseline = [],
        };
        return new(clinic, patient.Id, chair, await clinic.Seats.Open(plan));
    }

    public static async Task<Id<Patient>> TakenIn(ClinicInMemory clinic, string given = "Noor") => (await TakeIn(clinic, given)).Id;

    /// <summary>Somebody who was referred, screened and told, who agreed, and whose plan of infusions is signed.</summary>
    public static async Task<Id<Patient>> Planned(ClinicInMemory clinic)
    {
        var (person, now) = (new DemoPerson("Noor", "Rowan", new(1984, 5, 12), Sex.Female, "TRD-IV-STD", 72, "0.5", "mg/kg"), clinic.Clock.GetUtcNow());
        var pathway = new DemoPathway(new(clinic.Invented, new()), Tests.Clinical.Content.Library);
        var patient = await pathway.Refer(person, now);
        await pathway.TakeHistory(patient, person, now);
        await pathway.Decide(patient, person, EligibilityChoice.Eligible, "Two antidepressants did not help.", now);
        await pathway.Consent(patient, person, now);
        await pathway.Plan(patient, person, clinic.Clinic.DayOf(now).AddDays(7), now);
        return patient;
    }

    /// <summary>Checked in, measured, asked, and drug and dose read by two people.</summary>
    public async Task<Session> Ready()
    {
        var seated = await Do(Role.Nurse, (ArrivingDesk desk) => desk.CheckIn(session, new() { Chair = chair.Value, Name = true, BirthDate = true }, Stamp(), default));
        await Vitals();
        var gates = seated.Gates.Select(gate => new GateTyped { Item = gate.Id, Answer = GateAnswer.Met, Value = "as asked" }).ToList();
        await Do(Role.Nurse, (ClearanceDesk desk) => desk.AnswerGates(session, new() { Gates = gates }, Stamp(), default));
        await Do(Role.Prescriber, (ClearanceDesk desk) => desk.DecideGo(session, new() { Go = true }, Stamp(), default));
        var (read, asked) = (LabelAndPump.Of(seated), Stamp());
        await Do(Role.Nurse, (TimeOutDesk desk) => desk.AskTimeOut(session, read, asked, default));
        return await Do(Role.Prescriber, (TimeOutDesk desk) => desk.ConfirmTimeOut(session, read with { Request = asked.EventId }, Stamp(), default));
    }

    /// <summary>The same, and 36 mg run in over 40 minutes.</summary>
    public async Task<Session> Dosed()
    {
        await Ready();
        return await Dose();
    }

    /// <summary>36 mg run in over 40 minutes, for somebody who is ready.</summary>
    public async Task<Session> Dose()
    {
        await Do(Role.Nurse, (DosingDesk desk) => desk.StartInfusion(session, new() { Milligrams = "36", Minutes = "40", Milliliters = "100", Rate = "150" }, Stamp(), default));
        clinic.Clock.Pass(40);
        return await Do(Role.Nurse, (DosingDesk desk) => desk.StopInfusion(session, new() { Completed = true }, Stamp(), default));
    }

    public Task<Session> Vitals() => Do(Role.Nurse, (ChartingDesk desk) => desk.Chart(session, new() { Values = [.. Quiet] }, Stamp(), default));

    /// <summary>A monitor beside this chair sends a value now.</summary>
    public async Task Shows(VitalSign sign, double value)
    {
        var now = clinic.Clock.GetUtcNow();
        await clinic.As(Role.Nurse, (DeviceDesk desk) => desk.Tie(Monitor, chair, default));
        await clinic.As(Actor.Device(Monitor), (TelemetryBook book) => book.Keep(
            [
                new()
                {
                    Source = Monitor,
                    ControlId = Guid.CreateVersion7(now).ToString(),
                    SentAt = "",
                    BodyHash = "1",
                    Bytes = new byte[1],
                    Answer = new byte[1],
                    ReceivedAt = now,
                    Devices = [Monitor],
                    Values = [new(sign, value, now, ValueStatus.Final) { Devices = [Monitor], MeasuredAt = now, Code = sign.Code, SubId = "1" }],
                },
            ],
            default));
    }

    /// <summary>Something that must be done.</summary>
    public async Task<Session> Do<TDesk>(Role role, Func<TDesk, Task<Outcome<Session>>> act)
        where TDesk : notnull
    {
        var done = await clinic.As(role, act);
        Assert.Empty(done.Refusals);
        return done.Value!;
    }

    public EntryStamp Stamp() => Demo.Stamp.At(clinic.Clock.GetUtcNow());

    private static Task<Patient> TakeIn(ClinicInMemory clinic, string given) => clinic.Seats.TakeIn(given, "Willow", new(1984, 3, 9));

    private static IEnumerable<MeasureTyped> Quiet =>
    [
        new() { Of = "nibp-sys", Value = "122" }, new() { Of = "nibp-dia", Value = "76" }, new() { Of = "hr", Value = "74" },
        new() { Of = "spo2", Value = "98" }, new() { Of = "rr", Value = "14" }, new() { Of = "temp", Value = "36.7" }, new() { Of = "moaa-s", Value = "5" },
    ];
}
