using System.Security.Cryptography;

namespace Mooring.Storage.Secrets;

/// <summary>Keys as files, readable by their owner only.</summary>
public sealed class KeyFolder(string folder) : IKeyPlace
{
    /// <summary>Where they lie unless somebody says otherwise: beside the data, which a doctor calls unsafe.</summary>
    public static KeyFolder In(string dataFolder) => new(Path.Combine(dataFolder, "keys"));

    public string Where => folder;

    public IReadOnlyList<string> Names => Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.key").Select(path => Path.GetFileName(path))] : [];

    public byte[]? Read(string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Puts the same key again, differently sealed, in the place of the old: whole before or whole after.</summary>
    public void Put(string name, ReadOnlySpan<byte> key) => File.Move(Aside(name, key), Path.Combine(folder, name), overwrite: true);

    // Written aside and moved, so that two servers that start at once end up with one key.
    public bool Add(string name, ReadOnlySpan<byte> key)
    {
        var (path, aside) = (Path.Combine(folder, name), Aside(name, key));
        try
        {
            File.Move(aside, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
            return false;
        }
    }

    private string Aside(string name, ReadOnlySpan<byte> key)
    {
        Private.Folder(folder);
        var aside = Path.Combine(folder, $"{name}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");
        using var file = Private.New(aside);
        file.Write(key);
        file.Flush(flushToDisk: true);
        return aside;
    }
}
