using System.Globalization;
using Mooring.Clinical.Vitals;
using Mooring.Content.Yaml;

namespace Mooring.Content.Reading;

/// <summary>Reads the table by which device values are filed, and checks that it does not contradict itself.</summary>
public static class DeviceCodes
{
    /// <summary>The table in a content folder, or its faults: those of strict reading, and LIB301 to LIB306.</summary>
    public static ContentRead<DeviceCodeTable> Read(string contentFolder) => Read(new ContentReader(contentFolder));

    internal static ContentRead<DeviceCodeTable> Read(ContentReader reader) => reader.Note(Checked(reader.Open<DeviceCodesFile>("devices/codes.yaml")));

    public static ContentRead<DeviceCodeTable> ReadText(string text, string name) => Checked(StrictYaml.ReadText<DeviceCodesFile>(text, name));

    private static ContentRead<DeviceCodeTable> Checked(ContentRead<DeviceCodesFile> read)
    {
        if (!read.IsSound)
            return new(read.File, read.Hash, null, read.Faults);
        var faults = Faults(read.Value).Select(fault => new LibraryFault(fault.Code, read.File, 0, fault.Says)).ToList();
        return new(read.File, read.Hash, faults.Count == 0 ? Table(read.Value) : null, faults);
    }

    private static IEnumerable<(string Code, string Says)> Faults(DeviceCodesFile file)
    {
        foreach (var sign in file.Signs)
        {
            if (VitalSign.Find(sign.Sign) is null)
                yield return ("LIB301", $"'{sign.Sign}' is not a vital sign known here.");
            if (!(sign.Low < sign.High))
                yield return ("LIB302", $"The range of {sign.Sign} ({sign.Method}) is upside down.");
            foreach (var unit in sign.Units.Where(unit => file.Units.All(known => known.Id != unit)))
                yield return ("LIB303", $"{sign.Sign} ({sign.Method}) names the unit '{unit}', which is not in the file.");
        }

        foreach (var words in file.Words.Where(words => VitalSign.Find(words.Sign) is null))
            yield return ("LIB301", $"'{words.Sign}' is not a vital sign known here.");
        foreach (var twice in file.Words.SelectMany(words => words.AnyOf).GroupBy(word => word).Where(same => same.Count() > 1))
            yield return ("LIB306", $"'{twice.Key}' is a word of two signs.");

        var codes = file.Signs.SelectMany(sign => sign.Codes).ToList();
        foreach (var twice in codes.GroupBy(code => (code.System, code.Code)).Where(same => same.Count() > 1))
            yield return ("LIB304", $"Code {twice.Key.Code} ({twice.Key.System}) is given to two signs.");
        foreach (var wrong in codes.Where(code => code.System == "LN" && !HasLoincCheckDigit(code.Code)))
            yield return ("LIB305", $"'{wrong.Code}' is not a LOINC: its check digit is wrong.");
    }

    private static DeviceCodeTable Table(DeviceCodesFile file) => new(
        file.Id + "@" + file.Version.ToString(CultureInfo.InvariantCulture),
        [.. file.Signs.Select(sign => new DeviceSign(VitalSign.Find(sign.Sign)!, sign.Method, Codes(sign.Codes), sign.Units, sign.Low, sign.High))],
        [.. file.Units.Select(unit => new DeviceUnit(unit.Id, Codes(unit.Codes), unit.Spellings, unit.Factor, unit.Offset))],
        [.. file.Qualifiers.Select(one => new ResultQualifier(one.Code, one.Says, one.IsReading))],
        file.Sentinels,
        file.FutureAllowed)
    {
        Names = new(file.Words.ToDictionary(words => words.Sign, words => words.AnyOf), file.AnotherThing),
    };

    private static IReadOnlyList<DeviceCode> Codes(IReadOnlyList<DeviceCodesFile.CodeItem> items) =>
        [.. items.Select(item => new DeviceCode(item.System, item.Code, item.Names))];

    // Mod 10 (Luhn), as LOINC's users' guide gives it.
    private static bool HasLoincCheckDigit(string code)
    {
        var parts = code.Split('-');
        if (parts.Length != 2 || parts[1].Length != 1 || parts[0].Length == 0 || !(parts[0] + parts[1]).All(char.IsAsciiDigit))
            return false;
        var digits = parts[0].Reverse().Select((digit, at) => at % 2 == 0 ? (digit - '0') * 2 : digit - '0');
        return (10 - digits.Sum(digit => digit / 10 + digit % 10) % 10) % 10 == parts[1][0] - '0';
    }
}
