using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Mooring.Clinical;

namespace Mooring.Fhir.Reading;

/// <summary>Bytes to JSON that is safe to walk: whole, UTF-8, not too big or deep, no name twice, no broken text.</summary>
internal static class BundleText
{
    /// <summary>What is held in memory at once, with about as much again for its outline.</summary>
    public const int BiggestMegabytes = 128;

    private const int Deepest = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>Refusals: FHI101 no JSON, FHI130 several texts, FHI104 empty, FHI105 too big, FHI106 not UTF-8, FHI119 half a character, FHI107 too deep, FHI108 a name twice.</summary>
    public static Outcome<JsonDocument> Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (!bytes.Span.ContainsAnyExcept(" \t\r\n"u8))
            return new Refusal("FHI104", "The file is empty. Export the bundle again.");
        if (bytes.Length > BiggestMegabytes * 1024L * 1024)
            return TooBig;
        if (bytes.Span[0] is 0xFE or 0xFF || bytes.Span.Contains((byte)0) || !Utf8.IsValid(bytes.Span))
            return new Refusal("FHI106", "The file is not UTF-8 text. Save it as UTF-8; FHIR allows no other encoding.");

        try
        {
            return BrokenText(bytes.Span) is { } broken ? broken : JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException wrong) when (wrong.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            return new Refusal("FHI107", $"The file is nested more than {Deepest} levels deep; no FHIR record is. Export the bundle again.", Line(wrong));
        }
        catch (JsonException wrong) when (wrong.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            return new Refusal("FHI108", $"One object has the same name twice, so it is not clear which counts. Correct it. ({wrong.Message})", Line(wrong));
        }
        catch (JsonException wrong) when (wrong.Message.Contains("after a single JSON value", StringComparison.Ordinal))
        {
            return new Refusal("FHI130", "This is several JSON texts, such as one resource a line (NDJSON). Put the resources into one bundle.", Line(wrong));
        }
        catch (JsonException wrong)
        {
            return new Refusal("FHI101", $"This is not JSON: {wrong.Message} Export the bundle again, as JSON and not XML.", Line(wrong));
        }
    }

    /// <summary>For a file that is known to be too big before it is read.</summary>
    public static Refusal TooBig { get; } =
        new("FHI105", string.Create(CultureInfo.InvariantCulture, $"The file is bigger than {BiggestMegabytes} MB. Export fewer patients a file."));

    // An escape can spell half a character or a NUL; neither can be kept as text.
    private static Refusal? BrokenText(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader))
                return new Refusal("FHI119", "A text holds half a character or a NUL. Correct it where the file comes from.", FormattableString.Invariant($"byte {reader.TokenStartIndex}"));
        }

        return null;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()?.Contains('\0', StringComparison.Ordinal) == false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Line(JsonException wrong) =>
        wrong.LineNumber is { } line ? FormattableString.Invariant($"line {line + 1}") : null;
}
