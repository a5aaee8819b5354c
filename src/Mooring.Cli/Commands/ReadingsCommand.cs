using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice;
using Mooring.Practice.Devices;
using Mooring.Practice.Settings;
using Mooring.Storage.Engine;

namespace Mooring.Cli.Commands;

/// <summary>
/// <c>mooring readings</c>: every value taken from devices, or what was kept apart. Reads beside a running server. 0 listed,
/// also when there is nothing; 1 no clinic there; 2 wrong usage.
/// </summary>
public static class ReadingsCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var since = new Option<DateTimeOffset>("--since")
        {
            Description = "Only what was received from this time on, such as 2026-03-02T09:00:00Z. Without a zone it is UTC.",
            CustomParser = result => DateTimeOffset.TryParse(
                result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : Wrong(result),
        };
        var quarantine = new Option<bool>("--quarantine") { Description = "What was kept apart instead, with reason and raw text." };
        var json = new Option<bool>("--json") { Description = "Machine-readable output." };
        var command = new Command("readings", "List the values taken from devices.") { data, since, quarantine, json };
        command.SetAction((parsed, cancel) => Run(
            DataOption.Host(parsed.GetValue(data)!).Database,
            DataOption.Host(parsed.GetValue(data)!).ContentFolder,
            parsed.GetValue(since),
            (parsed.GetValue(quarantine), parsed.GetValue(json)),
            parsed.InvocationConfiguration,
            cancel));
        return command;
    }

    private static DateTimeOffset Wrong(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"CLI121: '{result.Tokens[0].Value}' is not a time; write it like 2026-03-02T09:00:00Z.");
        return default;
    }

    private static async Task<int> Run(
        Database database, string contentFolder, DateTimeOffset since, (bool Quarantine, bool Json) asked, InvocationConfiguration streams, CancellationToken cancel)
    {
        if (database.MissingFile is { } missing)
        {
            await streams.Error.WriteLineAsync($"CLI120: There is no clinic in {missing}. Name its folder with --data, or start one with 'mooring serve'.");
            return 1;
        }

        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging();
        services.AddPractice(database, contentFolder);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<ReadingsBook>();
        var list = ReadingsList.On(streams.Output, asked.Json);
        foreach (var clinic in await scope.ServiceProvider.GetRequiredService<ClinicsHere>().All(cancel))
        {
            CommandReads.Enter(scope.ServiceProvider, clinic.Id, "readings");
            await CommandReads.Write(scope.ServiceProvider, [], null, streams.Error, cancel);
            if (asked.Quarantine)
            {
                await foreach (var kept in book.Quarantine(since).WithCancellation(cancel))
                    list.Add(kept);
            }
            else
            {
                await foreach (var reading in book.Readings(since, cancel))
                    list.Add(reading);
            }
        }

        list.End();
        return 0;
    }
}
