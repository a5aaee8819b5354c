namespace Mooring.Content;

/// <summary>Where the clinical content lies.</summary>
public static class ContentFolder
{
    /// <summary>
    /// The folder named by MOORING_CONTENT, else <c>content</c> beside the program, else <c>content</c> of the checkout
    /// that the program runs in. An operator who names a folder means it: it is not replaced by another when it is missing.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">None of them is there.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("MOORING_CONTENT") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : throw new DirectoryNotFoundException($"MOORING_CONTENT names '{named}', which is not a folder.");

        var beside = Path.Combine(AppContext.BaseDirectory, "content");
        if (Directory.Exists(beside))
            return beside;

        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            var content = Path.Combine(up.FullName, "content");
            if (File.Exists(Path.Combine(up.FullName, "Mooring.slnx")) && Directory.Exists(content))
                return content;
        }

        throw new DirectoryNotFoundException("The content folder was not found; set MOORING_CONTENT to where it is.");
    }
}
