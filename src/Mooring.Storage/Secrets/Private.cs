namespace Mooring.Storage.Secrets;

/// <summary>Files and folders that their owner alone may read: 600 and 700.</summary>
public static class Private
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;

    /// <summary>Makes it, and what is missing above it; what is there stays as it is.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (Directory.Exists(path))
            return;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } above)
            Folder(above);
        Directory.CreateDirectory(path, OfFolders);
    }

    /// <summary>A file that was not there.</summary>
    public static FileStream New(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OfFiles;
        return new(path, options);
    }

    /// <summary>Takes from everybody else what they may do with what is in a folder; what is somebody else's stays as it is.</summary>
    public static void Close(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
            return;
        foreach (var path in Open(folder))
        {
            try
            {
                File.SetUnixFileMode(path, Directory.Exists(path) ? OfFolders : OfFiles);
            }
            catch (Exception others) when (others is UnauthorizedAccessException or FileNotFoundException)
            {
                // The doctor names it.
            }
        }
    }

    /// <summary>What others than the owner may read or write: the folder itself and all that is in it.</summary>
    public static IReadOnlyList<string> Open(string folder) => OperatingSystem.IsWindows() || !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder)
            .Where(path => new FileInfo(path) is { LinkTarget: null } file && (File.Exists(path) || Directory.Exists(path)) && (file.UnixFileMode & ~OfFolders) != UnixFileMode.None),
    ];
}
