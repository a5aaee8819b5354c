namespace Mooring.Storage.Library;

/// <summary>One folder of the clinical content: what was read, and everything that is wrong in it.</summary>
public sealed record ContentShelf<T>(IReadOnlyList<T> Items, IReadOnlyList<LibraryFault> Faults)
    where T : class;

/// <summary>Reads a folder of files of one kind.</summary>
internal static class ContentShelf
{
    /// <param name="name">What the file must be called, without its ending, for what it holds.</param>
    /// <param name="hashed">The value with the hash of its file.</param>
    public static ContentShelf<T> Read<T>(string content, string folder, Func<T, string> name, Func<T, string, T> hashed)
        where T : class
    {
        var path = Path.Combine(content, folder);
        if (!Directory.Exists(path))
            return new([], [new("LIB101", path, 0, "The folder is missing.")]);

        List<T> items = [];
        List<LibraryFault> faults = [];
        foreach (var file in Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal))
        {
            var read = StrictYaml.Read<T>(file);
            faults.AddRange(read.Faults);
            if (read.Value is not { } value)
                continue;

            if (name(value) != Path.GetFileNameWithoutExtension(file))
                faults.Add(new("LIB201", file, 0, $"The file holds '{name(value)}'; name it {name(value)}.yaml."));
            items.Add(hashed(value, read.Hash));
        }

        return new(items, faults);
    }
}
