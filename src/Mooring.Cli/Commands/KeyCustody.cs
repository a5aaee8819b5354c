using System.CommandLine;
using Mooring.Storage.Secrets;
using Mooring.Web;

namespace Mooring.Cli.Commands;

/// <summary>Keys into the safe and out of it.</summary>
internal static class KeyCustody
{
    public static async Task<int> Escrow(ServerOptions options, string to, string phraseFile, InvocationConfiguration console, CancellationToken cancel)
    {
        if (options.Keys.Names.Count == 0)
            return await KeyActs.Refuse($"KEY201 There are no keys in {options.Keys.Where}.", console);
        if (await Phrase(phraseFile, cancel) is not { } phrase)
            return await KeyActs.Refuse($"KEY202 The first line of {phraseFile} is no passphrase: {KeyEscrow.ShortestPassphrase} letters at least.", console);
        if (File.Exists(to))
            return await KeyActs.Refuse($"KEY203 {to} is there already, and nothing is written over it.", console);
        await using (var file = Private.New(to))
            await file.WriteAsync(KeyEscrow.Close(options.Keys, phrase), cancel);
        await KeyActs.Note(options, "A copy of all keys was made for the safe.", cancel);
        await console.Output.WriteLineAsync($"{to}: {options.Keys.Names.Count} keys. Keep the passphrase somewhere else; without it the file opens nothing.");
        return 0;
    }

    public static async Task<int> Import(string from, string to, string phraseFile, InvocationConfiguration console, CancellationToken cancel)
    {
        if (!File.Exists(from) || await Phrase(phraseFile, cancel) is not { } phrase || KeyEscrow.Open(await File.ReadAllBytesAsync(from, cancel), phrase) is not { } keys)
            return await KeyActs.Refuse($"KEY204 {from} does not open with that passphrase, or is no file of mooring keys escrow. Nothing was put back.", console);
        var folder = new KeyFolder(to);
        if (keys.Where(key => folder.Read(key.Key) is { } there && !there.AsSpan().SequenceEqual(key.Value)).Select(key => key.Key).ToList() is { Count: > 0 } others)
            return await KeyActs.Refuse($"KEY205 {to} holds other keys of the same names: {string.Join(", ", others)}. Nothing was put back; name an empty folder.", console);
        foreach (var (name, key) in keys)
            folder.Add(name, key);
        await console.Output.WriteLineAsync($"{to}: {keys.Count} keys are back.");
        return 0;
    }

    private static async Task<string?> Phrase(string file, CancellationToken cancel) =>
        File.Exists(file) && (await File.ReadAllLinesAsync(file, cancel)).FirstOrDefault()?.Trim() is { Length: >= KeyEscrow.ShortestPassphrase } phrase ? phrase : null;
}
