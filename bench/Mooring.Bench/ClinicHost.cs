using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content;
using Mooring.Demo;
using Mooring.Practice.Access;
using Mooring.Storage.Engine;
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
            DataFolder = folder,
            ContentFolder = ContentFolder.Find(),
            Database = Database.SqliteIn(folder),
            Port = 0,
            MllpPort = 0,
            IsDemo = true,
        });
        await MooringHost.Prepare(app, CancellationToken.None);
        var clinic = await InventedClinic.Found(app.Services, "Measured Clinic", "UTC", CancellationToken.None);
        var seats = new SeatBuilder(clinic, TimeProvider.System);
        List<Place> places = [];
        for (var number = 1; number <= chairs; number++)
        {
            var seat = await seats.Seat(number);
            places.Add(new(seat.Device, seat.Number, seat.Session.Value));
        }

        List<string> enter = [];
        for (var viewer = 0; viewer < viewers; viewer++)
            enter.Add("/enter/" + (await clinic.As(Role.Manager, services => services.GetRequiredService<LinkDesk>().Make(LinkKind.Demo, clinic.Staff[Role.Nurse].Id, TimeSpan.FromHours(4), CancellationToken.None))).Value);
        await app.StartAsync();

        var web = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Console.WriteLine(JsonSerializer.Serialize(new ClinicUp(web, app.Services.GetRequiredService<DeviceGateway>().At!.Port, places, enter)));
        var queue = app.Services.GetRequiredService<IntakeQueue>();
        while (await Console.In.ReadLineAsync() is not null)
            Console.WriteLine(JsonSerializer.Serialize(new ServerFigures(GC.GetTotalMemory(forceFullCollection: false), queue.Count, ThreadPool.ThreadCount, GC.CollectionCount(2))));
        await app.StopAsync();
    }
}
