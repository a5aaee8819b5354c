using Mooring.Content;
using Mooring.Content.Yaml;


namespace Mooring.Tests.Storage.Library;

/// <summary>A copy of the content with one fault planted in it, gone when the test ends.</summary>
internal sealed class PlantedContent : IDisposable
{
    // Each copy differs from the others in a file or two: the rest is read once for all of them.
    private static readonly FilesRead Before = new();

    // Only what will be changed is copied; beside it lie links to the folders and files of the content in force.
    private PlantedContent(string below = "") => LinkAll(Path.Combine(ContentFolder.Find(), below), Path.Combine(Folder, below));

    public string Folder { get; } = Directory.CreateTempSubdirectory("planted-").FullName;

    /// <param name="replaced">What the file says, what it shall say, and so on in pairs; the first place each.</param>
    public static PlantedContent With(string file, params string[] replaced) => Planted(new(), file, replaced);

    /// <summary>The same with only the files of one kind, for what can be seen without the rest.</summary>
    public static PlantedContent OnlyIn(string kind, string file, params string[] replaced) => Planted(new(kind), file, replaced);

    private static PlantedContent Planted(PlantedContent content, string file, string[] replaced)
    {
        content.Replace(file, replaced);
        return content;
    }

    public static PlantedContent WithFile(string file, string text)
    {
        var content = new PlantedContent();
        File.WriteAllText(content.Own(file), text);
        return content;
    }

    /// <summary>Plants in one more file of the copy. Nothing else writes in the folder: what is linked there is the content in force.</summary>
    public void Replace(string file, params string[] replaced)
    {
        var path = Own(file);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        foreach (var pair in replaced.Chunk(2))
        {
            var at = text.IndexOf(pair[0], StringComparison.Ordinal);
            Assert.True(at >= 0, $"{file} no longer says '{pair[0]}'; plant the fault elsewhere.");
            text = string.Concat(text.AsSpan(0, at), pair[1], text.AsSpan(at + pair[0].Length));
        }

        File.WriteAllText(path, text);
    }

    public IReadOnlyList<LibraryFault> Faults() => ContentCheck.Of(Folder, Before).Faults;

    /// <summary>The line on which a file of the copy says something.</summary>
    public int LineOf(string file, string says) =>
        Array.FindIndex(File.ReadAllLines(Path.Combine(Folder, file)), line => line.Contains(says, StringComparison.Ordinal)) + 1;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // The path of a file of the copy that is no link, nor in a linked folder.
    private string Own(string file)
    {
        var path = Folder;
        foreach (var part in file.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new DirectoryInfo(path).LinkTarget is { } folder && Directory.Exists(folder))
            {
                Directory.Delete(path);
                LinkAll(folder, path);
            }
            else if (new FileInfo(path).LinkTarget is { } target)
            {
                File.Delete(path);
                File.Copy(target, path);
            }
        }

        return path;
    }

    private static void LinkAll(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
            Directory.CreateSymbolicLink(Path.Combine(to, Path.GetFileName(folder)), folder);
        foreach (var file in Directory.EnumerateFiles(from, "*.yaml"))
            File.CreateSymbolicLink(Path.Combine(to, Path.GetFileName(file)), file);
    }
}
