using System.Globalization;
using System.Text;

namespace Mooring.Devices.Hl7;

/// <summary>The character sets of HL7 table 0211, in any letter case and the spellings that senders use.</summary>
internal static class CharacterSets
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    // A letter beyond ASCII that nobody announced becomes U+FFFD: it must not match a unit or a name by luck.
    private static readonly Encoding Ascii = Lenient("us-ascii")!;

    /// <summary>Null for one that is not read here: it is not in the table, or its bytes are none of MLLP's.</summary>
    public static Encoding? Find(string name)
    {
        var plain = string.Concat(name.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return plain switch
        {
            "" or "ASCII" or "USASCII" or "ISOIR6" => Ascii,
            "UNICODEUTF8" or "UTF8" => Utf8,
            "88591" or "ISO88591" or "LATIN1" => Encoding.Latin1,
            "GB180302000" or "GB18030" => Lenient("gb18030"),
            "BIG5" => Lenient("big5"),
            "KSX1001" => Lenient("euc-kr"),
            // Its letters can not be had here; its ASCII half is all that is filed.
            "CNS116431992" => Ascii,
            // They announce other letters by escape sequences; all that is filed is written in ASCII.
            "ISOIR14" or "ISOIR87" or "ISOIR159" => Ascii,
            _ when plain.StartsWith("8859", StringComparison.Ordinal) => Part(plain[4..]),
            _ when plain.StartsWith("ISO8859", StringComparison.Ordinal) => Part(plain[7..]),
            _ => null,
        };
    }

    // All parts of ISO 8859 are ASCII below; of one that is not to be had here, only that half is read.
    private static Encoding? Part(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 16 and not 12 ? Lenient("iso-8859-" + part) ?? Ascii : null;

    private static Encoding? Lenient(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, Lost)
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, Lost);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DecoderReplacementFallback Lost => new("\uFFFD");
}
