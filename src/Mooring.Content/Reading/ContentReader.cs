using Mooring.Content.Bases;
using Mooring.Content.Yaml;

namespace Mooring.Content.Reading;

/// <summary>A piece of content that was read without fault.</summary>
/// <param name="File">Below the content folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 of the file.</param>
public sealed record ContentItem<T>(string File, string Hash, T Value);

/// <summary>Reads the files of a content folder and collects what is wrong with them. All content passes through here.</summary>
/// <param name="before">What was read before, of this or another copy of the library; null reads each file anew.</param>
public sealed class ContentReader(string folder, FilesRead? before = null)
{
    private readonly ContentBases bases = new(folder);
    private readonly List<LibraryFault> faults = [];
    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MadeContent> made = new(StringComparer.Ordinal);

    public IReadOnlyList<LibraryFault> Faults => faults;

    /// <summary>The hash of every file that was opened, by its name below the content folder; of one with a base, the hash of the whole that was made.</summary>
    public IReadOnlyDictionary<string, string> Hashes => hashes;

    /// <summary>Every file that was opened, word for word: what was hashed, read and may be kept are the same bytes.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>Every file that says only what it changes in its base, as it runs.</summary>
    public IReadOnlyDictionary<string, MadeContent> Made => made;

    /// <summary>What is wrong with bases as such, once all was read.</summary>
    internal IEnumerable<LibraryFault> UnusedBases() => bases.Unused();

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
        where T : class => [.. Files(sub).Select(One<T>).OfType<ContentItem<T>>()];

    /// <summary>One file; null when it has faults.</summary>
    public ContentItem<T>? One<T>(string file)
        where T : class
    {
        var read = Note(Open<T>(file));
        return read.IsSound ? new(file, read.Hash, read.Value) : null;
    }

    /// <summary>The YAML files of a sub-folder, in order of their names. A missing folder is a fault.</summary>
    internal IReadOnlyList<string> Files(string sub)
    {
        var path = Path.Combine(folder, sub);
        if (Directory.Exists(path))
            return [.. Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal).Select(file => $"{sub}/{Path.GetFileName(file)}")];

        Fault("LIB101", sub, "The folder is missing.");
        return [];
    }

    /// <summary>A file as it was read; its faults are not noted yet, so that the caller may add its own first.</summary>
    internal ContentRead<T> Open<T>(string file)
        where T : class
    {
        var path = Path.Combine(folder, file);
        var read = StrictYaml.Read<T>(path, file, before);
        if (ContentBases.HasOne(read.Text))
            read = Make<T>(file, read.Text);
        (hashes[file], texts[file]) = (read.Hash, read.Text);
        return read with { File = file, Faults = [.. read.Faults.Select(fault => fault.File == path ? fault with { File = file } : fault)] };
    }

    private ContentRead<T> Make<T>(string file, string text)
        where T : class
    {
        var (whole, wrong) = bases.Make(file, text);
        if (whole is null)
            return StrictYaml.ReadText<T>(text, file) with { Value = null, Faults = wrong };
        made[file] = whole;
        var read = StrictYaml.ReadText<T>(whole.Text, file, before);
        return read with { Faults = [.. read.Faults.Select(whole.Placed)] };
    }

    internal ContentRead<T> Note<T>(ContentRead<T> read)
        where T : class
    {
        faults.AddRange(read.Faults);
        return read;
    }

    public void Fault(string code, string file, string says) => faults.Add(new(code, file, 0, says));
}
