using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Content.Library;
using Mooring.Demo;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Bedside;
using Mooring.Practice.Scheduling;
using Mooring.Storage.Journals;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Sessions;

/// <summary>A session at the chair of a test clinic, walked by its staff through its desks.</summary>
public sealed class Bedside(TestClinic clinic, TimeProvider clock)
{
    public TestClinic Clinic => clinic;

    public Id<Session> Session { get; private set; }

    public Id<Chair> Chair { get; private set; }

    public static async Task<Bedside> Arriving(TestClinic clinic, TimeProvider clock, DoseRoute route = DoseRoute.Iv, string chair = "Chair 1", string? flag = null, string given = "Iris")
    {
        var bedside = new Bedside(clinic, clock);
        bedside.Chair = (await clinic.Seats.Chair(chair, "Room 1")).Id;
        bedside.Session = (await bedside.Open(route, flag, given)).Id;
        return bedside;
    }

    /// <summary>Somebody of this role does something at a desk.</summary>
    public Task<Outcome<Session>> By<TDesk>(Role role, Func<TDesk, EntryStamp, Task<Outcome<Session>>> act, EntryStamp? stamp = null)
        where TDesk : notnull => clinic.As(role, services => act(services.GetRequiredService<TDesk>(), stamp ?? Stamp()));

    /// <summary>The same, which must be done.</summary>
    public async Task<Session> Do<TDesk>(Role role, Func<TDesk, EntryStamp, Task<Outcome<Session>>> act)
        where TDesk : notnull
    {
        var done = await By(role, act);
        Assert.Empty(done.Refusals);
        return done.Value!;
    }

    public EntryStamp Stamp() => Demo.Stamp.At(clock.GetUtcNow());

    public Task<Session> CheckIn() => Do(Role.Nurse, (ArrivingDesk desk, EntryStamp stamp) => desk.CheckIn(Session, new() { Chair = Chair.Value, Name = true, BirthDate = true }, stamp, default));

    public Task<Session> Vitals(double systolic = 122, double diastolic = 76) => Do(Role.Nurse, (ChartingDesk desk, EntryStamp stamp) => desk.Chart(Session, Set(systolic, diastolic), stamp, default));

    /// <summary>Checked in, measured, every gate answered, and the prescriber's go.</summary>
    public async Task<Session> Go()
    {
        var session = await CheckIn();
        await Vitals();
        var gates = session.Gates.Select(gate => new GateTyped { Item = gate.Id, Answer = GateAnswer.Met, Value = "as asked" }).ToList();
        await Do(Role.Nurse, (ClearanceDesk desk, EntryStamp stamp) => desk.AnswerGates(Session, new() { Gates = gates }, stamp, default));
        return await Do(Role.Prescriber, (ClearanceDesk desk, EntryStamp stamp) => desk.DecideGo(Session, new() { Go = true }, stamp, default));
    }

    /// <summary>The same, and the time-out of two people.</summary>
    public async Task<Session> Ready()
    {
        var session = await Go();
        var read = LabelAndPump.Of(session);
        var asked = Stamp();
        await By(Role.Nurse, (TimeOutDesk desk, EntryStamp stamp) => desk.AskTimeOut(Session, read, stamp, default), asked);
        return await Do(Role.Prescriber, (TimeOutDesk desk, EntryStamp stamp) => desk.ConfirmTimeOut(Session, read with { Request = asked.EventId }, stamp, default));
    }

    public Task<Session> Start() => Do(Role.Nurse, (DosingDesk desk, EntryStamp stamp) => desk.StartInfusion(
        Session, new() { Milligrams = "36", Minutes = "40", Milliliters = "100", Rate = "150" }, stamp, default));

    /// <summary>Criteria, escort, instructions, and out of the door.</summary>
    public async Task<Session> Leave()
    {
        // Two pressures a quarter of an hour apart, as the criterion asks.
        foreach (var minutes in new[] { -16, 0 })
            await Do(Role.Nurse, (ChartingDesk desk, EntryStamp stamp) => desk.Chart(Session, Set(122, 76), stamp with { HappenedAt = stamp.HappenedAt.AddMinutes(minutes) }, default));
        await BookNext();
        var criteria = (await Find())!.Pack.Discharge.Criteria.Select(one => new CriterionTyped { Item = one.Id, Met = Finding.Met, Value = "as asked" }).ToList();
        await Do(Role.Nurse, (LeavingDesk desk, EntryStamp stamp) => desk.AnswerCriteria(Session, new() { Criteria = criteria }, stamp, default));
        await Do(Role.Nurse, (LeavingDesk desk, EntryStamp stamp) => desk.HandOver(Session, new() { Name = "Otto Fennel", Relationship = "brother", Phone = "555 0100", Verified = true }, stamp, default));
        await Do(Role.Nurse, (LeavingDesk desk, EntryStamp stamp) => desk.GiveInstructions(Session, new() { Language = "en", Version = "after-visit 1", ToPatient = true, ToEscort = true }, stamp, default));
        return await Do(Role.Nurse, (LeavingDesk desk, EntryStamp stamp) => desk.Discharge(Session, new(), stamp, default));
    }

    /// <summary>A call of the next day, which leaving asks for.</summary>
    public async Task BookNext()
    {
        var patient = (await Find())!.Plan.Patient;
        var day = clinic.Clinic.DayOf(clock.GetUtcNow()).AddDays(1);
        Assert.Empty((await clinic.As(Role.Nurse, services => services.GetRequiredService<BookingDesk>().Book(
            new() { Patient = new(patient), Type = "phone-call", Day = day, Time = new(10, 0), Override = "Called between others" }, default))).Refusals);
    }

    public Task<Session?> Find() => Find(Session);

    public static VitalsForm Set(double systolic, double diastolic) => new()
    {
        Values =
        [
            new() { Of = "nibp-sys", Value = Text(systolic) }, new() { Of = "nibp-dia", Value = Text(diastolic) }, new() { Of = "hr", Value = "74" },
            new() { Of = "spo2", Value = "98" }, new() { Of = "rr", Value = "14" }, new() { Of = "temp", Value = "36,7" }, new() { Of = "moaa-s", Value = "5" },
        ],
    };

    private Task<Session?> Find(Id<Session> id) => clinic.As(Role.Nurse, services => services.GetRequiredService<SessionDesk>().Find(id, default));

    private async Task<Session> Open(DoseRoute route, string? flag, string given)
    {
        var patient = await clinic.Seats.TakeIn(given, "Fennel", new(1987, 5, 14));
        var plan = clinic.Seats.Infusion(patient) with
        {
            Monitoring = clinic.Services.GetRequiredService<SessionContent>().PackFor(route)!.Value.Pin,
            Route = route,
            Dose = Mass.Milligrams(36),
            HardCap = Mass.Milligrams(108),
            HardCapPerHour = null,
            Weight = Weight.Kilograms(72),
            Age = 39,
            Flags = flag is null ? [] : [flag],
            Baseline = [],
        };
        return (await Find(await clinic.Seats.Open(plan)))!;
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
