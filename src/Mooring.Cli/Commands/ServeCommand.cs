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
        var all = new ServeOptions();
        var command = new Command("serve", "Run the clinic server.");
        all.AddTo(command);
        command.SetAction((parsed, cancel) => Serve(all.Read(parsed), cancel));
        return command;
    }

    /// <summary>Where browsers reach a started server.</summary>
    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Where monitors reach it.</summary>
    public static int MllpPortOf(WebApplication app) => app.Services.GetRequiredService<DeviceGateway>().At?.Port ?? 0;

    private static async Task<int> Serve(ServerOptions wanted, CancellationToken cancel)
    {
        if (RuntimeFloor.Below(Environment.Version) is { } tooOld)
        {
            await Console.Error.WriteLineAsync(tooOld);
            return 1;
        }

        await using var shown = wanted.IsReadOnly ? await ReadOnlyCopy.Make(wanted, Console.Error, cancel) : new(wanted);
        if (shown.Options is not { } options)
            return 1;
        await using var app = MooringHost.Build(options);
        if (app.Services.GetRequiredService<ClinicalLibrary>() is { IsSound: false } faulty)
            return CommandOutput.Faulty(faulty.Faults, Console.Error);
        if (!await Preparation.IsDone(app, Console.Error, cancel))
            return 1;

        await app.StartAsync(cancel);
        var address = AddressOf(app);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Mooring runs at {address}{(MllpPortOf(app) is > 0 and var plain ? $", for monitors on port {plain}" : "")}"));
        if (app.Services.GetRequiredService<DeviceGateway>().SafeAt is { } at)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Monitors with a certificate are taken over TLS on port {at.Port}"));
        if (options.IsReadOnly)
            Console.WriteLine($"Read-only: nothing is kept. Who looks at what is written to {shown.Log}.");
        else
        {
            await using var scope = app.Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<SetUpDesk>().FirstLink(cancel) is { } token)
                Console.WriteLine($"Set up the clinic, once, within a day: {options.Web.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? address}/set-up/{token}");
        }

        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
