using Mooring.Content.Yaml;

namespace Mooring.Content.Reading;

/// <summary>One folder of the clinical content: what was read, and everything that is wrong in it.</summary>
public sealed record ContentCache<T>(IReadOnlyList<T> Items, IReadOnlyList<LibraryFault> Faults)
    where T : class;

/// <summary>Reads one folder alone, where the whole library is not wanted.</summary>
internal static class ContentCache
{
    public static ContentCache<T> Read<T>(string content, Func<ContentReader, IReadOnlyList<T>> read)
        where T : class
    {
        var reader = new ContentReader(content);
        return new(read(reader), reader.Faults);
    }

    /// <param name="name">What the file must be called, without its ending, for what it holds.</param>
    /// <param name="hashed">The value with the hash of its file.</param>
    public static IReadOnlyList<T> Items<T>(ContentReader reader, string folder, Func<T, string> name, Func<T, string, T> hashed)
        where T : class
    {
        List<T> items = [];
        foreach (var item in reader.Each<T>(folder))
        {
            if (name(item.Value) != Path.GetFileNameWithoutExtension(item.File))
                reader.Fault("LIB121", item.File, $"The file holds '{name(item.Value)}'; name it {name(item.Value)}.yaml.");
            items.Add(hashed(item.Value, item.Hash));
        }

        return items;
    }
}
