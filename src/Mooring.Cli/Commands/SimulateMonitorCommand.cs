using System.CommandLine;
using System.Globalization;
using Mooring.Devices.Simulator;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring simulate-monitor</c>: a made-up patient on a made-up monitor, speaking HL7 to a gateway.</summary>
public static class SimulateMonitorCommand
{
    private const double OneBag = 100;

    private static readonly Option<string> Host = new("--host") { Description = "Where the gateway listens.", DefaultValueFactory = _ => "127.0.0.1" };
    private static readonly Option<int> Port = new("--port") { Description = "The gateway's MLLP port.", DefaultValueFactory = _ => 2575 };
    private static readonly Option<string> Device = new("--device") { Description = "The monitor's EUI-64 (16 hexadecimal digits) or name.", DefaultValueFactory = _ => "0A0B0CFFFE000001" };
    private static readonly Option<string> Course = new("--scenario") { Description = Described(), DefaultValueFactory = _ => "normal" };
    private static readonly Option<string?> Patient = new("--patient") { Description = "The identifier sent in PID-3; without it the monitor says that the identity is unknown." };
    private static readonly Option<string> Location = new("--location") { Description = "PV1-3, as clinic^room^chair.", DefaultValueFactory = _ => "CLINIC^ROOM^CHAIR 1" };
    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long; 0 runs until stopped.", DefaultValueFactory = _ => 0 };
    private static readonly Option<double> Interval = new("--interval") { Description = "Seconds between messages.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Cuff = new("--cuff-every") { Description = "Minutes between cuff measurements.", DefaultValueFactory = _ => 5 };
    private static readonly Option<double> SinceDose = new("--since-dose") { Description = "Minutes since dosing began, negative for not yet.", DefaultValueFactory = _ => -1 };
    private static readonly Option<double> Kept = new("--kept") { Description = "Minutes it has measured before it is connected; what it kept is sent first, one message every five seconds of it." };
    private static readonly Option<double?> PumpRate = new("--pump-rate") { Description = "A pump reports beside the monitor: it runs at so many mL/h from when dosing begins." };
    private static readonly Option<double> PumpVolume = new("--pump-volume") { Description = "How many mL the pump gives before it stops.", DefaultValueFactory = _ => OneBag };
    private static readonly Option<string> PumpDevice = new("--pump-device") { Description = "The pump's EUI-64 or name.", DefaultValueFactory = _ => "0A0B0CFFFE0000F1" };
    private static readonly Option<bool> Alarms = new("--alarms") { Description = "The monitor also sends its own alarms (IHE PCD-04), by limits of its own." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Which patient; the same seed gives the same values.", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        Course.AcceptOnlyFromAmong([.. ScenarioWords.All.Select(words => words.Name)]);
        var command = new Command("simulate-monitor", "Send the vital signs of a made-up patient to a gateway, as a monitor does (HL7 v2.6, IHE PCD-01, over MLLP).")
        {
            Host, Port, Device, Course, Patient, Location, Seconds, Interval, Cuff, SinceDose, Kept, PumpRate, PumpVolume, PumpDevice, Alarms, Seed,
        };
        command.Validators.Add(given =>
        {
            if (given.GetResult(Interval) is not null && given.GetValue(Interval) is not (>= 0.05 and <= 3600))
                given.AddError("--interval must be 0.05 to 3600 seconds.");
            if (given.GetResult(Cuff) is not null && given.GetValue(Cuff) is not (> 0 and <= 1440))
                given.AddError("--cuff-every must be more than 0 and at most 1440 minutes.");
            if (given.GetResult(Kept) is not null && given.GetValue(Kept) is not (>= 0 and <= 50))
                given.AddError("--kept must be 0 to 50 minutes.");
            if (given.GetValue(PumpRate) is { } rate && rate is not (> 0 and <= 1200))
                given.AddError("--pump-rate must be more than 0 and at most 1200 mL/h.");
            if (given.GetResult(PumpVolume) is not null && given.GetValue(PumpVolume) is not (> 0 and <= 2000))
                given.AddError("--pump-volume must be more than 0 and at most 2000 mL.");
            if (given.GetResult(Port) is not null && given.GetValue(Port) is not (> 0 and <= 65535))
                given.AddError("--port must be 1 to 65535.");
        });
        command.SetAction(Run);
        return command;
    }

    private static string Described() => string.Join(
        Environment.NewLine,
        ScenarioWords.All.Select(words => $"{words.Name}: {words.Happens} Right is: {words.Expect}").Prepend("What happens, counted from when it was switched on:"));

    private static async Task<int> Run(ParseResult given, CancellationToken cancel)
    {
        var identity = new MonitorIdentity(given.GetValue(Device)!, given.GetValue(Patient), given.GetValue(Location)!);
        using var monitor = new SimulatedMonitor(
            new SimulatedMonitorSettings(given.GetValue(Host)!, given.GetValue(Port), identity)
            {
                Scenario = ScenarioWords.All.Single(words => words.Name == given.GetValue(Course)).Scenario,
                Kept = TimeSpan.FromMinutes(given.GetValue(Kept)),
                Seed = given.GetValue(Seed),
                Interval = TimeSpan.FromSeconds(given.GetValue(Interval)),
                CuffEvery = TimeSpan.FromMinutes(given.GetValue(Cuff)),
                DoseAt = TimeSpan.FromMinutes(-given.GetValue(SinceDose)),
                HasAlarms = given.GetValue(Alarms),
                Pump = given.GetValue(PumpRate) is { } rate
                    ? (new(rate, given.GetValue(PumpVolume), TimeSpan.FromMinutes(-given.GetValue(SinceDose))), identity with { Device = given.GetValue(PumpDevice)! })
                    : null,
            },
            TimeProvider.System);

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (given.GetValue(Seconds) is > 0 and var seconds)
            time.CancelAfter(TimeSpan.FromSeconds(seconds));
        await monitor.Run(time.Token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{monitor.Acknowledged} messages acknowledged, {monitor.Refused} refused, {monitor.Reconnects} times the connection failed."));
        return monitor.Acknowledged > 0 && monitor.Refused == 0 ? 0 : 1;
    }
}
