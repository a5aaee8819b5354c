using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.Devices;
using Mooring.Practice.Patients;
using Mooring.Practice.Referrals;
using Mooring.Storage.Journals;

namespace Mooring.SystemTests.Clinics;

/// <summary>Somebody who has come, sits in a chair with a monitor tied to it, and whose session is open.</summary>
public sealed record SeatedSession(Id<Session> Session, Id<Patient> Patient, string Number, string Device)
{
    /// <param name="place">Tells chairs, people and devices of one clinic apart.</param>
    public static async Task<SeatedSession> In(TestClinic clinic, int place = 1)
    {
        var device = FormattableString.Invariant($"0A0B0CFFFE{place:D6}");
        var chair = await Chair(clinic, place, device);
        var (patient, number) = await clinic.As(Role.FrontDesk, async services =>
        {
            var taken = await services.GetRequiredService<ReferralDesk>().TakeIn(Person(place), CancellationToken.None);
            return (taken.Value, (await services.GetRequiredService<PatientDesk>().Find(taken.Value, CancellationToken.None))!.Number);
        });
        var session = await clinic.As(Role.Nurse, services => Open(services, patient, chair));
        return new(session, patient, number, device);
    }

    /// <summary>An entry made now.</summary>
    public static EntryStamp Now(Guid? id = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(id ?? Guid.CreateVersion7(now), now, now);
    }

    private static async Task<Id<Session>> Open(IServiceProvider services, Id<Patient> patient, Guid chair)
    {
        var desk = services.GetRequiredService<SessionDesk>();
        var (_, pin) = services.GetRequiredService<SessionContent>().PackFor(DoseRoute.Iv)!.Value;
        var session = Id<Session>.New(TimeProvider.System.GetUtcNow());
        Must(await desk.OpenFor(session, Plan(patient, pin), Now(), CancellationToken.None));
        Must(await services.GetRequiredService<ArrivingDesk>().CheckIn(session, new() { Chair = chair, Name = true, BirthDate = true }, Now(), CancellationToken.None));
        return session;
    }

    private static Task<Guid> Chair(TestClinic clinic, int place, string device) => clinic.As(Role.Manager, async services =>
    {
        var added = await services.GetRequiredService<ChairDesk>().Add(FormattableString.Invariant($"Test chair {place}"), "Room A", CancellationToken.None);
        var chair = added.Value ?? throw new InvalidOperationException(string.Join(' ', added.Refusals.Select(refusal => refusal.Says)));
        Assert.True((await services.GetRequiredService<DeviceDesk>().Tie(device, chair.Id, CancellationToken.None)).IsDone);
        return chair.Id.Value;
    });

    private static ReferralForm Person(int place) => new()
    {
        GivenName = "Noor",
        FamilyName = place == 1 ? "Willow" : "Juniper",
        BirthDate = new(1984, 3, place),
        Sex = Sex.Female,
        IsAnother = true,
        From = "Dr. Fern",
        Reason = "Two antidepressants did not help.",
    };

    private static SessionPlan Plan(Id<Patient> patient, ContentPin monitoring) => new()
    {
        Patient = patient.Value,
        PatientName = "Noor Willow",
        Protocol = new("TRD-IV-STD", 1, "0"),
        Monitoring = monitoring,
        Drug = "ketamine",
        Route = DoseRoute.Iv,
        Dose = Mass.Milligrams(35),
        HardCap = Mass.Milligrams(105),
        HardCapPerHour = Mass.Milligrams(210),
        Minutes = 40,
        BagMilliliters = 100,
        Weight = Weight.Kilograms(70),
        WeighedAt = TimeProvider.System.GetUtcNow(),
        Age = 41,
    };

    private static void Must(Outcome<Session> outcome) =>
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Refusals.Select(refusal => $"{refusal.Code} {refusal.Says}")));
}
