namespace Mooring.Storage.Library;

/// <summary>A piece of content that was read without fault.</summary>
/// <param name="File">Below the content folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 of the file.</param>
public sealed record ContentItem<T>(string File, string Hash, T Value);

/// <summary>Reads the files of a content folder and collects what is wrong with them.</summary>
public sealed class ContentReader(string folder)
{
    private readonly List<LibraryFault> faults = [];

    public IReadOnlyList<LibraryFault> Faults => faults;

    /// <summary>Every YAML file of a sub-folder, by id. The file is named after the id, so that a citation finds it.</summary>
    public IReadOnlyDictionary<string, ContentItem<T>> All<T>(string sub, Func<T, string> id)
        where T : class
    {
        var items = new SortedDictionary<string, ContentItem<T>>(StringComparer.Ordinal);
        foreach (var item in Each<T>(sub))
        {
            if (!string.Equals(Path.GetFileNameWithoutExtension(item.File), id(item.Value), StringComparison.OrdinalIgnoreCase))
                Fault("LIB121", item.File, $"The file is not named after its id '{id(item.Value)}'.");
            if (!items.TryAdd(id(item.Value), item))
                Fault("LIB120", item.File, $"The id '{id(item.Value)}' is given twice.");
        }

        return items;
    }

    /// <summary>Every YAML file of a sub-folder that could be read.</summary>
    public IReadOnlyList<ContentItem<T>> Each<T>(string sub)
        where T : class
    {
        var path = Path.Combine(folder, sub);
        if (!Directory.Exists(path))
        {
            Fault("LIB101", sub, "The folder is missing.");
            return [];
        }

        return [.. Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => One<T>(Path.GetRelativePath(folder, file).Replace('\\', '/'))).OfType<ContentItem<T>>()];
    }

    /// <summary>One file; null when it has faults.</summary>
    public ContentItem<T>? One<T>(string file)
        where T : class
    {
        var read = StrictYaml.Read<T>(Path.Combine(folder, file));
        faults.AddRange(read.Faults.Select(fault => fault with { File = file }));
        return read.IsSound ? new(file, read.Hash, read.Value) : null;
    }

    public void Fault(string code, string file, string says) => faults.Add(new(code, file, 0, says));
}
