using Mooring.Content;
using Mooring.Content.Yaml;


namespace Mooring.Tests.Storage.Library;

/// <summary>A copy of the content with one fault planted in it, gone when the test ends.</summary>
internal sealed class PlantedContent : IDisposable
{
    private PlantedContent(string below = "") => Copy(Path.Combine(ContentFolder.Find(), below), Path.Combine(Folder, below));

    public string Folder { get; } = Directory.CreateTempSubdirectory("planted-").FullName;

    /// <param name="replaced">What the file says, what it shall say, and so on in pairs; the first place each.</param>
    public static PlantedContent With(string file, params string[] replaced) => Planted(new(), file, replaced);

    /// <summary>The same with only the files of one kind, for what can be seen without the rest.</summary>
    public static PlantedContent OnlyIn(string kind, string file, params string[] replaced) => Planted(new(kind), file, replaced);

    private static PlantedContent Planted(PlantedContent content, string file, string[] replaced)
    {
        var path = Path.Combine(content.Folder, file);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        foreach (var pair in replaced.Chunk(2))
        {
            var at = text.IndexOf(pair[0], StringComparison.Ordinal);
            Assert.True(at >= 0, $"{file} no longer says '{pair[0]}'; plant the fault elsewhere.");
            text = string.Concat(text.AsSpan(0, at), pair[1], text.AsSpan(at + pair[0].Length));
        }

        File.WriteAllText(path, text);
        return content;
    }

    public static PlantedContent WithFile(string file, string text)
    {
        var content = new PlantedContent();
        File.WriteAllText(Path.Combine(content.Folder, file), text);
        return content;
    }

    public IReadOnlyList<LibraryFault> Faults() => ContentCheck.Of(Folder).Faults;

    /// <summary>The line on which a file of the copy says something.</summary>
    public int LineOf(string file, string says) =>
        Array.FindIndex(File.ReadAllLines(Path.Combine(Folder, file)), line => line.Contains(says, StringComparison.Ordinal)) + 1;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
