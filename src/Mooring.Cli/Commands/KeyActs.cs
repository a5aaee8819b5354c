using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Practice.Operations;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>What <c>mooring keys</c> does with the keys of a clinic.</summary>
internal static class KeyActs
{
    public static async Task<int> List(ServerOptions options, InvocationConfiguration console, CancellationToken cancel)
    {
        await console.Output.WriteLineAsync(options.Keys.Where);
        foreach (var kind in new[] { KeyNames.Seal, KeyNames.Checkpoint })
        {
            var versions = KeyNames.Versions(options.Keys, kind);
            foreach (var version in versions)
                await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {KeyNames.Of(kind, version),-20} {Seal.IdOf(options.Keys.Read(KeyNames.Of(kind, version))!)}  {(version == versions[^1] ? "in use" : "opens and proves what was before")}"));
        }

        return options.Keys.Names.Count > 0 ? 0 : await Refuse($"KEY201 There are no keys in {options.Keys.Where}.", console);
    }

    public static Task<int> Check(ServerOptions options, InvocationConfiguration console, CancellationToken cancel) => With(options, console, async services =>
    {
        var open = Private.Open(options.Keys.Where);
        foreach (var path in open)
            await console.Error.WriteLineAsync($"KEY206 Others than its owner may read {path}: chmod 700 the folder, 600 the keys.");
        var counts = await services.GetRequiredService<Resealing>().Run(keep: false, int.MaxValue, cancel);
        foreach (var column in counts)
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{column.Column}: {column.Values}, {column.Older} sealed by an older key, {column.Shut} do not open"));
        return open.Count == 0 && counts.All(column => column.Shut == 0) ? 0 : 1;
    }, cancel);

    public static Task<int> Reseal(ServerOptions options, InvocationConfiguration console, CancellationToken cancel) => With(options, console, async services =>
    {
        var counts = await services.GetRequiredService<Resealing>().Run(keep: true, int.MaxValue, cancel);
        foreach (var column in counts)
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{column.Column}: {column.Older} of {column.Values} sealed anew, {column.Shut} do not open and stay as they are"));
        var signing = CheckpointKey.Reseal(options.Keys, services.GetRequiredService<Seal>());
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"signing keys: {signing} sealed anew"));
        await Write(services, string.Create(CultureInfo.InvariantCulture, $"{counts.Sum(column => column.Older) + signing} sealed texts and keys were sealed anew with the newest key."), cancel);
        return counts.All(column => column.Shut == 0) ? 0 : 1;
    }, cancel);

    public static Task<int> Rotate(ServerOptions options, string which, InvocationConfiguration console, CancellationToken cancel) => With(options, console, async services =>
    {
        if (which is "seal" or "all")
        {
            var version = Seal.Rotate(options.Keys);
            await Write(services, string.Create(CultureInfo.InvariantCulture, $"Key {version} of the seal was made."), cancel);
            await console.Output.WriteLineAsync($"{KeyNames.Of(KeyNames.Seal, version)} seals from the next start of each server on. Copy the keys to the safe and to every server, then run mooring keys reseal.");
        }

        if (which is "checkpoint" or "all")
        {
            using var keys = CheckpointKey.In(options.DataFolder, options.Keys, Seal.In(options.Keys));
            var version = await keys.Rotate(services.GetRequiredService<CheckpointFile>(), TimeProvider.System.GetUtcNow(), cancel);
            await Write(services, string.Create(CultureInfo.InvariantCulture, $"Key {version} of the record's signatures was made, and the book hands over to it."), cancel);
            await console.Output.WriteLineAsync($"{KeyNames.Of(KeyNames.Checkpoint, version)} signs from now on. The public key that was handed out still proves the whole book.");
        }

        return 0;
    }, cancel);

    /// <summary>Writes into the access log of each clinic what was done.</summary>
    public static async Task Note(ServerOptions options, string what, CancellationToken cancel)
    {
        await using var app = MooringHost.Build(options);
        await using var scope = app.Services.CreateAsyncScope();
        await Write(scope.ServiceProvider, what, cancel);
    }

    public static async Task<int> Refuse(string says, InvocationConfiguration console)
    {
        await console.Error.WriteLineAsync(says);
        return 1;
    }

    private static async Task<int> With(ServerOptions options, InvocationConfiguration console, Func<IServiceProvider, Task<int>> act, CancellationToken cancel)
    {
        if (!DataOption.IsThere(options))
            return await Refuse($"CLI120 There is no clinic in {options.DataFolder}; name its folder with --data.", console);
        await using var app = MooringHost.Build(options);
        if (!await Preparation.IsDone(app, console.Error, cancel))
            return 1;
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    private static Task Write(IServiceProvider services, string what, CancellationToken cancel) =>
        services.GetRequiredService<OperationsLog>().Write(new KeyAct(TimeProvider.System.GetUtcNow(), what), "mooring keys", cancel);
}
