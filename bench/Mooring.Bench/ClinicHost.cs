using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Access;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.Devices;
using Mooring.Practice.Patients;
using Mooring.Practice.Referrals;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Engine;
using Mooring.Storage.Journals;
using Mooring.Web;
using Mooring.Web.Intake;

namespace Mooring.Bench;

/// <summary>The measured side: a clinic with somebody in every chair, told by its standard input what to say and when to stop.</summary>
internal static class ClinicHost
{
    public static async Task Run(string folder, int chairs, int viewers)
    {
        await using var app = MooringHost.Build(new()
        {
            DataFolder = folder, ContentFolder = ContentFolder.Find(), Database = Database.SqliteIn(folder), Port = 0, MllpPort = 0,
        });
        await MooringHost.Prepare(app, CancellationToken.None);
        var (clinic, nurse) = await Found(app);
        List<Place> places = [];
        for (var number = 1; number <= chairs; number++)
            places.Add(await In(app, clinic, nurse, services => Seat(services, number)));
        List<string> enter = [];
        for (var viewer = 0; viewer < viewers; viewer++)
            enter.Add("/enter/" + (await In(app, clinic, nurse, services => services.GetRequiredService<LinkDesk>().Make(LinkKind.Demo, nurse.Id, TimeSpan.FromHours(4), CancellationToken.None))).Value);
        await app.StartAsync();

        var web = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Console.WriteLine(JsonSerializer.Serialize(new ClinicUp(web, app.Services.GetRequiredService<DeviceGateway>().At!.Port, places, enter)));
        var queue = app.Services.GetRequiredService<IntakeQueue>();
        while (await Console.In.ReadLineAsync() is not null)
            Console.WriteLine(JsonSerializer.Serialize(new ServerFigures(GC.GetTotalMemory(forceFullCollection: false), queue.Count, ThreadPool.ThreadCount, GC.CollectionCount(2))));
        await app.StopAsync();
    }

    private static async Task<(Clinic, StaffRow)> Found(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffDesk>();
        var clinic = await staff.Found("Measured Clinic", "UTC", isDemo: true, CancellationToken.None);
        return (clinic, (await staff.Add("Ben Rowan", "RN", [Role.Nurse, Role.Manager], CancellationToken.None)).Value!);
    }

    private static async Task<T> In<T>(WebApplication app, Clinic clinic, StaffRow as_, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic.Id, as_.AsActor(app.Services.GetRequiredService<RoleRights>()));
        return await work(scope.ServiceProvider);
    }

    private static async Task<Place> Seat(IServiceProvider services, int number)
    {
        var device = string.Create(CultureInfo.InvariantCulture, $"0A0B0CFFFE{number:D6}");
        var chair = (await services.GetRequiredService<ChairDesk>().Add(string.Create(CultureInfo.InvariantCulture, $"Chair {number}"), "Hall", CancellationToken.None)).Value!;
        await services.GetRequiredService<DeviceDesk>().Tie(device, chair.Id, CancellationToken.None);
        var patient = (await services.GetRequiredService<ReferralDesk>().TakeIn(Person(number), CancellationToken.None)).Value;
        var card = (await services.GetRequiredService<PatientDesk>().Find(patient, CancellationToken.None))!;
        var session = Id<Session>.New(TimeProvider.System.GetUtcNow());
        var (_, pin) = services.GetRequiredService<SessionContent>().PackFor(DoseRoute.Iv)!.Value;
        var desk = services.GetRequiredService<SessionDesk>();
        Must(await desk.OpenFor(session, Plan(patient, card.FullName, pin), Now(), CancellationToken.None));
        Must(await services.GetRequiredService<ArrivingDesk>().CheckIn(session, new() { Chair = chair.Id.Value, Name = true, BirthDate = true }, Now(), CancellationToken.None));
        return new(device, card.Number, session.Value);
    }

    private static EntryStamp Now()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(Guid.CreateVersion7(now), now, now);
    }

    // No two alike: the desk would ask whether they are one.
    private static ReferralForm Person(int number) => new()
    {
        GivenName = "Noor" + (char)('a' + (number % 26)),
        FamilyName = "Willow" + (char)('a' + (number / 26)),
        BirthDate = new DateOnly(1970, 1, 1).AddDays(number * 37),
        Sex = Sex.Female,
        From = "Dr. Fern",
        Reason = "Two antidepressants did not help.",
    };

    private static SessionPlan Plan(Id<Patient> patient, string name, ContentPin monitoring) => new()
    {
        Patient = patient.Value,
        PatientName = name,
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

    private static void Must(Outcome<Session> outcome)
    {
        if (!outcome.IsDone)
            throw new InvalidOperationException(string.Join(' ', outcome.Refusals.Select(refusal => refusal.Says)));
    }
}
