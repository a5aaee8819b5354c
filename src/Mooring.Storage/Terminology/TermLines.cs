using System.Security.Cryptography;
using System.Text;

namespace Mooring.Storage.Terminology;

/// <summary>
/// The lines of one file of a release, one after the other; no more than one is in memory. Counts why lines are not taken.
/// Bad files: TER111 to TER113.
/// </summary>
/// <param name="isOldText">What is no UTF-8 may be Latin-1.</param>
internal sealed class TermLines(string name, Stream stream, IDictionary<string, long> skipped, bool isOldText, CancellationToken cancel) : IDisposable
{
    /// <summary>In bytes. The longest lines of real releases have a few thousand.</summary>
    public const int Longest = 65_536;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long bytes;

    /// <summary>The line that was given last, counted from one.</summary>
    public long Number { get; private set; }

    /// <summary>What the file was; asked for when all lines are read.</summary>
    public TermFile AsRead() => new(name, Convert.ToHexStringLower(hash.GetCurrentHash()), bytes, Number);

    public IEnumerable<string> All()
    {
        var (chunk, line, length) = (new byte[Longest], new byte[Longest], 0);
        for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(chunk, 0, read);
            bytes += read;
            for (var at = 0; at < read;)
            {
                var end = Array.IndexOf(chunk, (byte)'\n', at, read - at);
                var some = (end < 0 ? read : end) - at;
                if (length + some > Longest)
                    throw Wrong("TER111", $"is longer than {Longest} bytes. This is no such file.", 1);
                Buffer.BlockCopy(chunk, at, line, length, some);
                (length, at) = (length + some, at + some + 1);
                if (end < 0)
                    break;
                if (Text(line, length) is { } text)
                    yield return text;
                length = 0;
            }
        }

        if (length > 0 && Text(line, length) is { } last)
            yield return last;
    }

    /// <summary>Each line in its fields. A line with other than so many is a fault of the file.</summary>
    /// <param name="counts">How many fields a line has; some formats end each with a separator.</param>
    public IEnumerable<string[]> Fields(char separator, params int[] counts)
    {
        foreach (var line in All())
        {
            var fields = line.Split(separator);
            if (!counts.Contains(fields.Length))
                throw Wrong("TER112", $"has {fields.Length} fields, where {counts[0]} are expected. The file may be cut off, or another one.");
            yield return fields;
        }
    }

    public void Skip(string why) => skipped[why] = skipped.TryGetValue(why, out var count) ? count + 1 : 1;

    public long Whole(string field, string what) => long.TryParse(field, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Wrong("TER113", $"“{Short(field)}” stands where {what} is expected.");

    public BadTermFileException Wrong(string code, string says, int ahead = 0) => BadTermFileException.At(code, name, Number + ahead, says);

    public void Dispose()
    {
        hash.Dispose();
        stream.Dispose();
    }

    internal static string Short(string field) => field.Length <= 40 ? field : field[..40] + "…";

    private string? Text(byte[] line, int length)
    {
        Number++;
        var from = Number == 1 && line.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        if (length > from && line[length - 1] == (byte)'\r')
            length--;
        if (length == from)
        {
            Skip("empty line");
            return null;
        }

        if (Array.IndexOf(line, (byte)0, from, length - from) >= 0)
            throw Wrong("TER111", "holds bytes that no text has. This is no such file; a release that is packed is given as .zip.");
        try
        {
            return Strict.GetString(line, from, length - from);
        }
        catch (DecoderFallbackException)
        {
            return isOldText ? Encoding.Latin1.GetString(line, from, length - from) : throw Wrong("TER111", "is not UTF-8.");
        }
    }
}
