using System.Collections.Concurrent;

namespace Mooring.Content.Yaml;

/// <summary>
/// Files that were read without fault, by their bytes: whoever reads many copies of one library, as a check that plants a
/// fault in each does, reads each text once. What was read is never changed, so that it can be shared.
/// </summary>
public sealed class FilesRead
{
    private readonly ConcurrentDictionary<(Type, string File, string Hash), object> read = new();

    /// <summary>What this text was read as; <paramref name="now"/> is asked when it was not, or was at fault.</summary>
    internal ContentRead<T> Of<T>(string file, string hash, Func<ContentRead<T>> now)
        where T : class
    {
        if (read.TryGetValue((typeof(T), file, hash), out var before))
            return (ContentRead<T>)before;
        var fresh = now();
        if (fresh.IsSound)
            read.TryAdd((typeof(T), file, hash), fresh);
        return fresh;
    }
}
