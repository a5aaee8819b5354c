using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content;
using Mooring.Demo;
using Mooring.Practice.Access;
using Mooring.Practice.Scheduling;
using Mooring.Storage.Engine;
using Mooring.Web;

namespace Mooring.Bench;

/// <summary>The front desk's day and the schedule of a house with twelve chairs and sixty visits, beside the front page of the same house.</summary>
internal static class DayPages
{
    private const int Chairs = 12;
    private const int Visits = 60;
    private const int Warm = 20;
    private const int Times = 100;

    public static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("mooring-day-").FullName;
        await using (var app = MooringHost.Build(new() { DataFolder = folder, ContentFolder = ContentFolder.Find(), Database = Database.SqliteIn(folder), Port = 0, MllpPort = null, IsDemo = true }))
        {
            await MooringHost.Prepare(app, CancellationToken.None);
            var clinic = await InventedClinic.Found(app.Services, "Measured Clinic", "UTC", CancellationToken.None);
            await Fill(clinic);
            await app.StartAsync();
            using var visitor = new HttpClient { BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
            var token = (await clinic.As(Role.Manager, services => services.GetRequiredService<LinkDesk>().Make(LinkKind.Demo, clinic.Staff[Role.FrontDesk].Id, TimeSpan.FromHours(1), CancellationToken.None))).Value;
            (await visitor.GetAsync($"/enter/{token}")).EnsureSuccessStatusCode();
            for (var round = 1; round <= 3; round++)
            {
                var (front, day, schedule) = (await Milliseconds(visitor, "/"), await Milliseconds(visitor, "/day"), await Milliseconds(visitor, "/schedule"));
                Console.WriteLine($"Round {round}, {Chairs} chairs and {Visits} visits: front page {front:F1} ms, day page {day:F1} ms (ratio {day / front:F1}), schedule {schedule:F1} ms (ratio {schedule / front:F1}), medians.");
            }

            await app.StopAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Fill(InventedClinic clinic)
    {
        var seats = new SeatBuilder(clinic, TimeProvider.System);
        for (var number = 1; number <= Chairs; number++)
            await seats.Chair(FormattableString.Invariant($"Chair {number}"), "East room");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        for (var visit = 0; visit < Visits; visit++)
        {
            var patient = await seats.TakeIn("Noor", FormattableString.Invariant($"Willow {visit}"), new(1984, 3, 9));
            await clinic.Do(Role.FrontDesk, (BookingDesk desk) => desk.Book(
                new() { Patient = patient.Id, Type = "dosing-iv", Protocol = "KAP-IV", Day = today, Time = new TimeOnly(8, 0).AddMinutes(visit / Chairs * 90), Override = "Measured, not treated" }, CancellationToken.None));
        }
    }

    private static async Task<double> Milliseconds(HttpClient visitor, string page)
    {
        List<double> took = [];
        for (var time = 0; time < Warm + Times; time++)
        {
            var begun = TimeProvider.System.GetTimestamp();
            using (var answer = await visitor.GetAsync(page))
                answer.EnsureSuccessStatusCode();
            if (time >= Warm)
                took.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
        }

        return took.Order().ElementAt(took.Count / 2);
    }
}
