using System.Text;

namespace Mooring.Devices.Hl7;

/// <summary>The character sets of MSH-18 that this gateway reads.</summary>
internal static class CharacterSets
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private static readonly Encoding Ascii =
        Encoding.GetEncoding("us-ascii", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    public static Encoding? Find(string name) => name switch
    {
        // A letter beyond ASCII that nobody announced becomes U+FFFD: it must not match a unit or a name by luck.
        "" or "ASCII" => Ascii,
        "UNICODE UTF-8" or "UTF-8" => Utf8,
        "8859/1" => Encoding.Latin1,
        _ => null,
    };
}
