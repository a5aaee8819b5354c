using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.Devices;
using Mooring.Practice.Patients;
using Mooring.Practice.Referrals;

namespace Mooring.Demo;

/// <summary>Seats invented people through the product's own desks: the chair with its monitor, the person, the session.</summary>
/// <param name="clock">The clock of the server.</param>
public sealed class SeatBuilder(InventedClinic clinic, TimeProvider clock)
{
    /// <summary>Somebody at a chair of this number, for an infusion that has not begun.</summary>
    /// <param name="number">Tells chairs, people and devices of one clinic apart.</param>
    /// <param name="isCheckedIn">Otherwise the session is open, and the chair is free.</param>
    public async Task<Seat> Seat(int number = 1, string given = "Noor", bool isCheckedIn = true)
    {
        var device = FormattableString.Invariant($"0A0B0CFFFE{number:D6}");
        var chair = await Chair(FormattableString.Invariant($"Chair {number}"), "East room", device);
        var patient = await TakeIn(given, number == 1 ? "Willow" : "Juniper", new DateOnly(1984, 3, 9));
        var session = await Open(Infusion(patient));
        if (isCheckedIn)
            await CheckIn(session, chair.Id);
        return new(session, patient.Id, patient.Number, chair, device);
    }

    /// <summary>A chair, with these devices tied to it.</summary>
    public async Task<Chair> Chair(string name, string room, params string[] devices)
    {
        var chair = await clinic.Do(Role.Manager, (ChairDesk desk) => desk.Add(name, room, default));
        foreach (var device in devices)
            await clinic.Do(Role.Nurse, (DeviceDesk desk) => desk.Tie(device, chair.Id, default));
        return chair;
    }

    /// <summary>Somebody new, whoever is like them.</summary>
    public async Task<Patient> TakeIn(string given, string family, DateOnly born)
    {
        var form = new ReferralForm
        {
            IsAnother = true,
            GivenName = given,
            FamilyName = family,
            BirthDate = born,
            Sex = Sex.Female,
            From = "Dr. Fern",
            Reason = "Two antidepressants did not help.",
        };
        var id = await clinic.Do(Role.FrontDesk, (ReferralDesk desk) => desk.TakeIn(form, default));
        return (await clinic.As(Role.FrontDesk, services => services.GetRequiredService<PatientDesk>().Find(id, default)))!;
    }

    /// <summary>What an infusion of the standard course is opened on, as if it had been decided, consented to and signed.</summary>
    public SessionPlan Infusion(Patient patient) => new()
    {
        Patient = patient.Id.Value,
        PatientName = patient.FullName,
        Protocol = new("TRD-IV-STD", 1, "0"),
        Monitoring = clinic.Services.GetRequiredService<SessionContent>().PackFor(DoseRoute.Iv)!.Value.Pin,
        Drug = "ketamine",
        Route = DoseRoute.Iv,
        Dose = Mass.Milligrams(35),
        HardCap = Mass.Milligrams(105),
        HardCapPerHour = Mass.Milligrams(210),
        Minutes = 40,
        BagMilliliters = 100,
        Weight = Weight.Kilograms(70),
        WeighedAt = clock.GetUtcNow(),
        Age = 41,
        Baseline = [new(VitalSign.Systolic, 120)],
    };

    public async Task<Id<Session>> Open(SessionPlan plan)
    {
        var session = Id<Session>.New(clock.GetUtcNow());
        await clinic.Do(Role.Nurse, (SessionDesk desk) => desk.OpenFor(session, plan, Stamp.At(clock.GetUtcNow()), default));
        return session;
    }

    public Task CheckIn(Id<Session> session, Id<Chair> chair) => clinic.Do(
        Role.Nurse, (ArrivingDesk desk) => desk.CheckIn(session, new() { Chair = chair.Value, Name = true, BirthDate = true }, Stamp.At(clock.GetUtcNow()), default));
}
