using System.Text;
using Mooring.Clinical.Journals;

namespace Mooring.Storage.Secrets;

/// <summary>
/// The book of checkpoints: a file that only grows, one line each, beside the database and not in it, so that whoever can
/// write to the database alone can not write here. A copy of it kept elsewhere shows what was changed in both.
/// </summary>
public sealed class CheckpointFile(string path)
{
    private const int Tries = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public string Path => path;

    public static string In(string dataFolder) => System.IO.Path.Combine(dataFolder, "checkpoints.jsonl");

    /// <summary>The finished lines. The beginning of one that was cut off by a crash is no checkpoint.</summary>
    public async Task<IReadOnlyList<string>> Lines(CancellationToken cancel)
    {
        if (!File.Exists(path))
            return [];
        await using var file = await Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite, cancel);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return Finished(await reader.ReadToEndAsync(cancel));
    }

    /// <summary>Adds one line after the last, on the disk when this returns. One writer at a time, over all processes.</summary>
    /// <exception cref="IOException">It could not be written, or another writer held it for long.</exception>
    /// <param name="next">The line to write, from the last one and from all.</param>
    public async Task Append(Func<CheckpointLine?, IReadOnlyList<string>, CheckpointLine> next, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(next);
        await using var file = await Open(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, cancel);
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancel);
        var lines = Finished(text);
        var last = lines.Length == 0 ? null : CheckpointLine.Read(lines[^1]) ?? throw new IOException($"The last line of {path} can not be read; nothing is signed after it.");
        // What a crash left unfinished is written over.
        file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, text.LastIndexOf('\n') + 1)));
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.UTF8.GetBytes(next(last, lines).Text + "\n"), cancel);
        file.Flush(flushToDisk: true);
    }

    private static string[] Finished(string text) => text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // A writer holds the file alone for a moment; whoever comes meanwhile, to read or to write, waits.
    private async Task<FileStream> Open(FileMode mode, FileAccess access, FileShare share, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
                if (mode != FileMode.Open && !OperatingSystem.IsWindows())
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                return new(path, options);
            }
            catch (IOException) when (attempt < Tries)
            {
                await Task.Delay(Pause, TimeProvider.System, cancel);
            }
        }
    }
}
