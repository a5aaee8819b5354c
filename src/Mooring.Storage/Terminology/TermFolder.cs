using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Clinical;

namespace Mooring.Storage.Terminology;

/// <summary>
/// Where loaded releases lie: beside the clinic's files, an index for each and one small file that says which are in force.
/// That file is replaced in one step, so that a reader sees the old or the new, and never half.
/// </summary>
/// <param name="dataFolder">Null for a program that has none.</param>
public sealed class TermFolder(string? dataFolder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private string? Home => dataFolder is null ? null : Path.Combine(dataFolder, "terminology");

    public string PathOf(string name) => Path.Combine(Home ?? throw new InvalidOperationException("There is no data folder."), name);

    public string IndexOf(TermRelease release) => PathOf($"{release.Id}.db");

    /// <summary>What the catalog holds, as it is written; null when nothing was ever loaded.</summary>
    internal string? Text()
    {
        try
        {
            return Home is null || !File.Exists(PathOf("loaded.json")) ? null : File.ReadAllText(PathOf("loaded.json"));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <exception cref="JsonException">It is not what this program writes.</exception>
    internal static TermCatalog Read(string? text) => text is null ? new() : JsonSerializer.Deserialize<TermCatalog>(text, Json) ?? new();

    internal void Switch(TermCatalog to)
    {
        Write(PathOf("loaded.json.new"), to);
        File.Move(PathOf("loaded.json.new"), PathOf("loaded.json"), overwrite: true);
    }

    internal static void Write<T>(string file, T value)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
        JsonSerializer.Serialize(stream, value, Json);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>What is loaded; TER108 when the list is broken.</summary>
    internal Outcome<TermCatalog> Catalog()
    {
        try
        {
            return Read(Text());
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            return new Refusal("TER108", $"{PathOf("loaded.json")} can not be read: {broken.Message} Take it away, and load the releases again.");
        }
    }

    /// <summary>For whoever changes what is loaded; null while another does. The operating system gives it back when its holder is killed.</summary>
    internal IDisposable? Alone()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Home!);
        else
            Directory.CreateDirectory(Home!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            return new FileStream(PathOf("loading"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Takes away what no load keeps: indexes older than the one before, and what a killed load left.</summary>
    internal void CleanUp(TermCatalog keeping)
    {
        foreach (var file in Directory.EnumerateFiles(Home!).Where(file => Path.GetExtension(file) is ".building" or ".db" or ".csv" or ".new"))
        {
            if (keeping.Releases.Any(release => Path.GetFileName(file).StartsWith(release.Id + ".", StringComparison.Ordinal)) && Path.GetExtension(file) is ".db" or ".csv")
                continue;
            try
            {
                File.Delete(file);
            }
            catch (IOException)
            {
                // A server may still read it; the next load takes it away.
            }
        }
    }
}
