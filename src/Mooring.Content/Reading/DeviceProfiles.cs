using Mooring.Clinical.Vitals;

namespace Mooring.Content.Reading;

/// <summary>Reads the profiles of device families and holds them against the code table they add to.</summary>
public static class DeviceProfiles
{
    private const string Folder = "devices";
    private const string Codes = "devices/codes.yaml";

    /// <summary>The profiles by id. Faults are noted at the reader: those of strict reading, and LIB306 to LIB309.</summary>
    internal static IReadOnlyDictionary<string, ContentItem<DeviceProfile>> Read(ContentReader reader, DeviceCodeTable? table)
    {
        var profiles = new SortedDictionary<string, ContentItem<DeviceProfile>>(StringComparer.Ordinal);
        foreach (var file in reader.Files(Folder).Where(file => file != Codes))
        {
            if (reader.One<DeviceProfile>(file) is not { } item)
                continue;
            foreach (var (code, says) in Faults(item, table))
                reader.Fault(code, file, says);
            profiles[item.Value.Id] = item;
        }

        return profiles;
    }

    private static IEnumerable<(string Code, string Says)> Faults(ContentItem<DeviceProfile> item, DeviceCodeTable? table)
    {
        var profile = item.Value;
        if (Path.GetFileNameWithoutExtension(item.File) != profile.Id)
            yield return ("LIB121", $"The file is not named after its id '{profile.Id}'.");
        if (profile.Interval.Is <= TimeSpan.Zero)
            yield return ("LIB309", "The interval is more than nothing.");
        if (table is null)
            yield break;
        foreach (var code in profile.Codes)
        {
            if (table.Signs.All(sign => sign.Sign.Code != code.Sign))
                yield return ("LIB306", $"'{code.Sign}' is not a vital sign of the code table.");
            if (table.Find(code.System, code.Code) is not null || profile.Codes.Count(other => other.System == code.System && other.Code == code.Code) > 1)
                yield return ("LIB307", $"Code {code.Code} ({code.System}) is given already.");
            if (code.Names.Count == 0)
                yield return ("LIB307", $"Code {code.Code} ({code.System}) has no name; a code is filed only by number and name.");
        }

        foreach (var unit in profile.Codes.SelectMany(code => code.Units).Concat(profile.Units.Select(unit => unit.Unit)).Where(unit => table.FindUnit(unit) is null))
            yield return ("LIB308", $"'{unit}' is not a unit of the code table.");
    }
}
