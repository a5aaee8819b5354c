using System.Text.Json;
using Mooring.Clinical.Sessions;
using Mooring.Storage.Desks;

namespace Mooring.Cli.Commands;

/// <summary>A journal as JSON. Each entry stands there byte for byte as it was hashed, with its hash beside it.</summary>
internal static class ExportedJournal
{
    public static byte[] Bytes(VerifiedJournal journal, IReadOnlyList<ChainLink> links)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("session", journal.Session.Value);
            json.WriteString("clinic", journal.Clinic);
            json.WriteString("head", journal.Head);
            json.WriteBoolean("sound", journal.Break is null);
            json.WriteStartArray("entries");
            foreach (var link in links)
            {
                json.WriteStartObject();
                json.WriteNumber("seq", link.Seq);
                json.WriteString("hash", Convert.ToHexStringLower(link.Hash.Span));
                json.WritePropertyName("entry");
                json.WriteRawValue(link.Bytes.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
