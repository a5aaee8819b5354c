namespace Mooring.Storage;

/// <summary>Where folders lie in one another, by their names; links are not followed.</summary>
public static class FolderPath
{
    /// <summary>Whether a path is this folder or lies in it, with or without a separator at its end.</summary>
    public static bool IsWithin(string path, string folder) => Whole(path).StartsWith(Whole(folder), StringComparison.Ordinal);

    private static string Whole(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
