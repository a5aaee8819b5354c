using System.Security.Cryptography;
using Mooring.Storage.Secrets;

namespace Mooring.Storage.Backups;

/// <summary>Puts a backup back into a new folder, file by file held against its manifest.</summary>
public static class BackupReading
{
    /// <summary>What is wrong with the files of a backup: missing, changed, or more than the manifest tells of.</summary>
    public static async Task<IReadOnlyList<string>> Faults(string folder, BackupManifest says, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(says);
        List<string> faults = [];
        foreach (var file in says.Files)
        {
            var path = Path.Combine(folder, file.Path);
            if (!IsInside(folder, path) || !File.Exists(path))
                faults.Add($"{file.Path} is missing.");
            else if (await Sha256(path, cancel) != file.Sha256)
                faults.Add($"{file.Path} was changed, or is not whole.");
        }

        return faults;
    }

    /// <summary>Copies what the manifest tells of; keys where there are some.</summary>
    public static async Task Copy(string folder, BackupManifest says, string to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(says);
        Private.Folder(to);
        var data = Path.Combine(folder, BackupManifest.DataFolder);
        foreach (var path in says.Files.Select(file => Path.Combine(folder, file.Path)).Where(path => IsInside(data, path) && Path.GetFileName(path) != PostgresCopy.FileName))
            await Copy(path, Path.Combine(to, Path.GetRelativePath(data, path)), cancel);
    }

    /// <summary>The keys of a backup from the folder that they were put into, or from one below it that holds them all; null when neither does.</summary>
    public static KeyFolder? Keys(string folder, string backup, BackupManifest says)
    {
        ArgumentNullException.ThrowIfNull(says);
        return new[] { Path.Combine(folder, Path.GetFileName(backup)), folder }.Select(path => new KeyFolder(path)).FirstOrDefault(Holds);

        // A signing key lies sealed, and looks otherwise once it was sealed again.
        bool Holds(KeyFolder keys) => says.Keys.All(key => keys.Read(key.Key) is { } bytes && (!key.Key.StartsWith(KeyNames.Seal, StringComparison.Ordinal) || Seal.IdOf(bytes) == key.Value));
    }

    public static async Task Copy(string from, string to, CancellationToken cancel)
    {
        Private.Folder(Path.GetDirectoryName(to)!);
        await using var source = File.OpenRead(from);
        await using var copy = Private.New(to);
        await source.CopyToAsync(copy, cancel);
        copy.Flush(flushToDisk: true);
    }

    private static bool IsInside(string folder, string path) => Path.GetFullPath(path).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static async Task<string> Sha256(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }
}
