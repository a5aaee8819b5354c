using System.Text.Json;

namespace Mooring.Storage.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Path">Inside the backup, with slashes.</param>
/// <param name="Sha256">Over its bytes, in hexadecimal.</param>
public sealed record BackupFile(string Path, long Size, string Sha256);

/// <summary>How far one journal had come.</summary>
/// <param name="Head">The hash of its last entry, in hexadecimal.</param>
public sealed record BackupHead(string Subject, Guid Journal, long Entries, string Head);

/// <summary>What a backup holds, by which a restored copy is held to be whole. It names keys, and holds none.</summary>
/// <param name="Version">Of the program that made it.</param>
/// <param name="Engine">sqlite or postgres.</param>
/// <param name="Tables">The last change of the tables that it has.</param>
/// <param name="LastEntry">When the newest entry, value or line of the log was kept that is in it; null where there is none.</param>
/// <param name="Keys">The keys that it needs: their names in the place of keys, and what each calls itself (SHA-256, shortened).</param>
public sealed record BackupManifest(
    string Version, DateTimeOffset At, string Engine, string Tables, DateTimeOffset? LastEntry, IReadOnlyList<BackupFile> Files, IReadOnlyList<BackupHead> Heads, IReadOnlyDictionary<string, string> Keys)
{
    public const string FileName = "backup.json";
    public const string DataFolder = "data";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Null when the folder is no backup, or one that was never finished.</summary>
    public static async Task<BackupManifest?> Read(string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllBytesAsync(path, cancel), Written) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The newest whole backup in a folder: the folder itself, or one below it.</summary>
    public static string? Newest(string folder) => !Directory.Exists(folder) ? null : File.Exists(Path.Combine(folder, FileName)) ? folder
        : Directory.GetDirectories(folder, "mooring-*").Where(each => File.Exists(Path.Combine(each, FileName))).Max(StringComparer.Ordinal);

    public byte[] AsBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Written);
}
