using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Mooring.Storage.Terminology;

/// <summary>A file of a release, in a folder or in the archive as it was published.</summary>
internal sealed record ReleaseFile(string Path, Func<Stream> Open)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>Finds the files of a release: TER101 when one is not there, TER102 when several could be meant.</summary>
internal sealed class ReleaseFiles : IDisposable
{
    private readonly ZipArchive? archive;
    private readonly IReadOnlyList<ReleaseFile> all;
    private readonly string given;

    private ReleaseFiles(string given, IEnumerable<ReleaseFile> all, ZipArchive? archive) =>
        (this.given, this.all, this.archive) = (given, [.. all.Where(file => !file.Path.Contains("__MACOSX", StringComparison.Ordinal))], archive);

    /// <summary>The last part of what was given.</summary>
    public string Title => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(given)));

    /// <summary>The file itself, when one was given and no folder or archive.</summary>
    public ReleaseFile? Single { get; private init; }

    public static ReleaseFiles In(string path)
    {
        if (Directory.Exists(path))
            return new(path, Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Plain), null);
        if (!File.Exists(path))
            throw new BadTermFileException(new("TER101", $"'{path}' is not there. Give the folder of the release, or its .zip as it was published.", "path"));
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            var packed = ZipFile.OpenRead(path);
            return new(path, packed.Entries.Where(entry => entry.Name.Length > 0).Select(entry => new ReleaseFile(entry.FullName, entry.Open)), packed);
        }

        return new(path, Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!).Order(StringComparer.Ordinal).Select(Plain), null) { Single = Plain(path) };
    }

    public ReleaseFile One(Regex name, string example)
    {
        var found = Some(name, example);
        return found is [var one] ? one : throw new BadTermFileException(new(
            "TER102", $"'{given}' holds several such files: {string.Join(", ", found.Take(5).Select(file => file.Path))}. Give the folder of the one that is meant.", "path"));
    }

    public IReadOnlyList<ReleaseFile> Some(Regex name, string example)
    {
        var found = Find(name);
        // The whole of RxNorm holds its prescribable part in a folder of its own.
        if (found.Count > 1 && found.Where(file => file.Path.Contains("prescribe", StringComparison.OrdinalIgnoreCase)).ToList() is [var prescribable])
            found = [prescribable];
        return found.Count > 0 ? found : throw new BadTermFileException(new("TER109", $"'{given}' holds no file such as {example}.", "path"));
    }

    /// <summary>Files that a release may have or not.</summary>
    public IReadOnlyList<ReleaseFile> Find(Regex name) => [.. all.Where(file => name.IsMatch(file.Name))];

    public void Dispose() => archive?.Dispose();

    private static ReleaseFile Plain(string path) => new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, FileOptions.SequentialScan));
}
