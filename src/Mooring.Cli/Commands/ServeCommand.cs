using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Web;
using Mooring.Web.Intake;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring serve</c>: runs a clinic. A new one prints a set-up link once; there is no default account.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Where browsers come, on loopback; 0 takes any free port.", DefaultValueFactory = _ => 5080 };
        var mllp = new Option<int>("--mllp-port") { Description = "Where monitors send HL7 over MLLP, on loopback; 0 takes any free port, -1 listens to none without TLS.", DefaultValueFactory = _ => 2575 };
        var data = DataOption.Create();
        var safe = new TlsOptions();
        var command = new Command("serve", "Run the clinic server.") { port, mllp, data };
        safe.AddTo(command);
        command.SetAction((parsed, cancel) => Serve(
            DataOption.Host(parsed.GetValue(data)!) with { Port = parsed.GetValue(port), MllpPort = parsed.GetValue(mllp) is >= 0 and var plain ? plain : null, MllpTls = safe.Read(parsed) }, cancel));
        return command;
    }

    /// <summary>Where browsers reach a started server.</summary>
    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Where monitors reach it.</summary>
    public static int MllpPortOf(WebApplication app) => app.Services.GetRequiredService<DeviceGateway>().At?.Port ?? 0;

    private static async Task<int> Serve(ServerOptions options, CancellationToken cancel)
    {
        await using var app = MooringHost.Build(options);
        if (app.Services.GetRequiredService<ClinicalLibrary>() is { IsSound: false } faulty)
            return CommandOutput.Faulty(faulty.Faults, Console.Error);
        if (!await Preparation.IsDone(app, Console.Error, cancel))
            return 1;

        await app.StartAsync(cancel);
        var address = AddressOf(app);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Mooring runs at {address}, for monitors on port {MllpPortOf(app)}"));
        if (app.Services.GetRequiredService<DeviceGateway>().SafeAt is { } at)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Monitors with a certificate are taken over TLS on port {at.Port}"));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<SetUpDesk>().FirstLink(cancel) is { } token)
                Console.WriteLine($"Set up the clinic, once, within a day: {address}/set-up/{token}");
        }

        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
