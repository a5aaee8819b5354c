using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Devices.Readings;
using Mooring.Devices.Simulator;
using Mooring.Practice;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring replay</c>: the raw messages of a day, as they were kept, sent to a gateway again at any pace. Reads beside
/// a running server. 0 all were taken; 1 none there, or some were refused; 2 wrong usage.
/// </summary>
public static class ReplayCommand
{
    private static readonly Option<DateOnly> Day = new("--day") { Description = "The day in the clinic's time zone, such as 2026-03-02.", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "The gateway, as HOST:PORT. Give it another clinic than the one the record is of.", Required = true };
    private static readonly Option<string?> Device = new("--device") { Description = "Only messages that name this device." };
    private static readonly Option<double> Speed = new("--speed") { Description = "1 is as it was; 60 makes an hour a minute. A pause of more than five minutes is shortened to that.", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Times = new("--new-times") { Description = "Move the times in each message, so that its values are as old as they were when it came. Without it they stay." };
    private static readonly Option<bool> Ids = new("--new-ids") { Description = "Give each message a control id of its own. Without it a gateway that knows the message changes nothing." };

    public static Command Create()
    {
        var data = DataOption.Create();
        var command = new Command("replay", "Send the device messages of a recorded day again, at any speed.") { data, Day, To, Device, Speed, Times, Ids };
        command.Validators.Add(given =>
        {
            if (given.GetResult(Speed) is not null && given.GetValue(Speed) is not (> 0 and <= 100_000))
                given.AddError("--speed must be more than 0 and at most 100000.");
            if (Place(given.GetValue(To) ?? "") is null)
                given.AddError("--to is a host and a port, such as 127.0.0.1:2575.");
        });
        command.SetAction((parsed, cancel) => Run(parsed, DataOption.Host(parsed.GetValue(data)!), cancel));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Web.ServerOptions options, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (!DataOption.IsThere(options))
        {
            await error.WriteLineAsync($"CLI142: There is no clinic in {options.DataFolder}. Name its folder with --data.");
            return 1;
        }

        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging();
        services.AddPractice(options.Database, options.ContentFolder);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var clinics = await scope.ServiceProvider.GetRequiredService<ClinicsHere>().All(cancel);
        var (host, port) = Place(parsed.GetValue(To)!)!.Value;
        using var sender = new PersistentSender(host, port, TimeProvider.System);
        var replay = new MessageReplay(
            new() { Speed = parsed.GetValue(Speed), NewTimes = parsed.GetValue(Times), NewIds = parsed.GetValue(Ids) }, TimeProvider.System);
        foreach (var clinic in clinics)
        {
            scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic.Id, null);
            DateTimeOffset Midnight(DateOnly day) => clinic.InstantOf(day, TimeOnly.MinValue);
            var day = parsed.GetValue(Day);
            var messages = scope.ServiceProvider.GetRequiredService<MessagesBook>().Between(Midnight(day), Midnight(day.AddDays(1)))
                .Where(message => parsed.GetValue(Device) is not { } device || Named.In(message.Bytes).Contains(device))
                .Select(message => new RecordedMessage(message.Bytes, message.ReceivedAt));
            await replay.Run(messages, sender.Deliver, cancel);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{replay.Sent} messages sent again: {sender.Acknowledged} acknowledged, {sender.Refused} refused."));
        if (replay.Sent == 0)
            await error.WriteLineAsync("CLI143: No message was kept on that day.");
        return replay.Sent > 0 && sender.Refused == 0 ? 0 : 1;
    }

    private static (string Host, int Port)? Place(string text) =>
        text.LastIndexOf(':') is > 0 and var at && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (text[..at], port)
            : null;
}
