using System.Text;
using System.Text.Json;
using Mooring.Clinical.Sessions;

namespace Mooring.Clinical.Journals;

/// <summary>
/// The parts of an exported session that can be proven, read from the file alone: no database, no server, no content.
/// </summary>
/// <param name="Links">As they stand in the file, in its order.</param>
/// <param name="Checkpoints">The lines of the book that speak of this session.</param>
public sealed record ExportedRecord(Id<Session> Session, IReadOnlyList<ChainLink> Links, IReadOnlyList<string> Checkpoints)
{
    // A name that stands twice could show one reader something else than the other.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The document of an export; a refusal when it is not one.</summary>
    public static Outcome<ExportedRecord> Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file, Strict);
            var root = document.RootElement;
            return new ExportedRecord(
                new(root.GetProperty("session").GetGuid()),
                [.. root.GetProperty("entries").EnumerateArray().Select(Link)],
                root.TryGetProperty("checkpoints", out var lines) ? [.. lines.EnumerateArray().Select(line => line.GetString() ?? "")] : []);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return new Refusal("SES210", $"This is not the export of a session: {unreadable.Message}", "file");
        }
    }

    // The kept bytes count, so that a file may be laid out anew; but they must say what the reader sees beside them.
    private static ChainLink Link(JsonElement entry)
    {
        var kept = entry.GetProperty("kept").GetBytesFromBase64();
        using var says = JsonDocument.Parse(kept, Strict);
        var shown = entry.GetProperty("entry");
        return new(
            entry.GetProperty("seq").GetInt64(),
            JsonElement.DeepEquals(says.RootElement, shown) ? kept : Encoding.UTF8.GetBytes(shown.GetRawText()),
            Convert.FromHexString(entry.GetProperty("hash").GetString() ?? ""));
    }
}
