using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mooring.Cli.Demo;
using Mooring.Clinical;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Demo;
using Mooring.Devices.Simulator;
using Mooring.Practice.Access;
using Mooring.Storage.Engine;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring demo</c>: a small clinic of invented people, on this machine only, made anew each time.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan LinksValidFor = TimeSpan.FromDays(2);

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Where browsers come, on loopback.", DefaultValueFactory = _ => 5080 };
        var mllp = new Option<int>("--mllp-port") { Description = "Where monitors send HL7 over MLLP, on loopback.", DefaultValueFactory = _ => 2575 };
        var data = DataOption.Create("demo");
        var command = new Command("demo", "Open a small demonstration clinic, with simulated monitors.") { port, mllp, data };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(data)!, parsed.GetValue(port), parsed.GetValue(mllp), cancel));
        return command;
    }

    private static async Task<int> Run(DirectoryInfo folder, int port, int mllp, CancellationToken cancel)
    {
        if (Refused(folder) is { } refusal)
        {
            Console.Error.WriteLine(refusal);
            return 1;
        }

        var clock = new DemoClock();
        await using var app = MooringHost.Build(new()
        {
            DataFolder = folder.FullName,
            ContentFolder = ContentFolder.Find(),
            Database = Database.SqliteIn(folder.FullName),
            Port = port,
            MllpPort = mllp,
            Clock = clock,
            IsDemo = true,
            // Each role's link signs in alone; it opens from this machine only.
            SignIn = new() { NeedsSecondFactor = false, NeedsSecondPerson = false },
        });
        if (app.Services.GetRequiredService<ClinicalLibrary>() is { IsSound: false } faulty)
            return CommandOutput.Faulty(faulty.Faults, Console.Error);
        // So that a demo interrupted while it was made is known for one, and may be made again.
        await File.WriteAllTextAsync(DemoFile.In(folder.FullName), "{}\n", cancel);
        var now = TimeProvider.System.GetUtcNow();
        await MooringHost.Prepare(app, cancel);
        var stage = await Found(app, clock, now, cancel);
        var clinic = new DemoClinic(stage, app.Services.GetRequiredService<ClinicalLibrary>(), now);
        await clinic.Make();
        var tokens = await Tokens(stage, clinic);
        clock.Release();
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Port {port} or {mllp} is taken: {failure.Message} Choose others with --port and --mllp-port."));
            return 1;
        }

        var (address, mllpPort) = (ServeCommand.AddressOf(app), ServeCommand.MllpPortOf(app));
        await using var monitors = Connect(mllpPort, clinic);
        var doors = tokens.ToDictionary(token => token.Key, token => new DemoSignIn($"{address}/enter/{token.Value}", token.Value, token.Key == InventedClinic.NameOf(Role.Patient) ? null : InventedClinic.PinOf(Enum.GetValues<Role>().Single(role => InventedClinic.NameOf(role) == token.Key))), StringComparer.Ordinal);
        new DemoFile(address, mllpPort, doors).Write(folder.FullName);
        Tell(address, mllpPort, doors);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    // A folder that holds a clinic which is not a demo is never touched.
    private static string? Refused(DirectoryInfo folder)
    {
        var database = Path.Combine(folder.FullName, "mooring.db");
        if (!File.Exists(database))
            return null;
        if (!File.Exists(DemoFile.In(folder.FullName)))
            return $"{folder.FullName} holds a clinic that is not a demonstration. Name another folder with --data.";
        foreach (var file in Directory.EnumerateFiles(folder.FullName, "mooring.db*"))
            File.Delete(file);
        return null;
    }

    private static async Task<DemoStage> Found(WebApplication app, DemoClock clock, DateTimeOffset now, CancellationToken cancel)
    {
        clock.Set(now - TimeSpan.FromDays(60));
        return new(await InventedClinic.Found(app.Services, "Harbor Demonstration Clinic", TimeZoneInfo.Local.Id, cancel, "(312) 555-0147"), clock);
    }

    private static DemoMonitors Connect(int port, DemoClinic clinic)
    {
        var monitors = new DemoMonitors(port);
        var rate = 150d;
        monitors.Start(1, clinic.Connected[1], TimeSpan.FromMinutes(28), DemoClinic.InfusingSince, new Pump(rate, 100, TimeSpan.FromMinutes(28) - DemoClinic.InfusingSince));
        monitors.Start(2, clinic.Connected[2], TimeSpan.FromMinutes(75), DemoClinic.RecoveringSince);
        monitors.Start(3, clinic.Connected[3], TimeSpan.FromMinutes(1), null);
        return monitors;
    }

    private static async Task<Dictionary<string, string>> Tokens(DemoStage stage, DemoClinic clinic)
    {
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, subject) in stage.Staff.Select(person => (person.Key, person.Value.Id)).Append((Role.Patient, clinic.Self.Value)))
        {
            tokens[InventedClinic.NameOf(role)] = await stage.Do(
                Role.Manager, TimeProvider.System.GetUtcNow(), (LinkDesk links) => links.Make(LinkKind.Demo, subject, LinksValidFor, default));
        }

        return tokens;
    }

    private static void Tell(string address, int mllp, Dictionary<string, DemoSignIn> doors)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nMooring runs at {address}, for monitors on port {mllp}. Come in as:\n"));
        foreach (var (role, door) in doors)
            Console.WriteLine($"  {role,-17} {door.Link}");
        Console.WriteLine("\nEverybody here is invented. Ctrl+C ends the demonstration.");
    }
}
