namespace Mooring.Clinical;

/// <summary>What a clinic's time zone tells of where it lies.</summary>
public static class Country
{
    private static readonly string[] States = ["US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/"];

    private static readonly HashSet<string> Zones = new(StringComparer.Ordinal)
    {
        "America/New_York", "America/Detroit", "America/Chicago", "America/Menominee", "America/Denver", "America/Boise", "America/Shiprock", "America/Phoenix",
        "America/Los_Angeles", "America/Anchorage", "America/Juneau", "America/Sitka", "America/Metlakatla", "America/Yakutat", "America/Nome", "America/Adak",
        "America/Atka", "America/Fort_Wayne", "America/Indianapolis", "America/Knox_IN", "America/Louisville", "America/Puerto_Rico", "America/St_Thomas",
        "America/Virgin", "Navajo", "Pacific/Honolulu", "Pacific/Johnston", "Pacific/Guam", "Pacific/Saipan", "Pacific/Pago_Pago", "Pacific/Midway", "Pacific/Samoa",
    };

    // Zones that lie nowhere: a server's own, not a place.
    private static readonly HashSet<string> Nowhere = new(StringComparer.Ordinal)
    {
        "UTC", "UCT", "GMT", "GMT0", "GMT+0", "GMT-0", "Zulu", "Universal", "Greenwich", "EST", "MST", "HST", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "Local",
    };

    /// <summary>
    /// In the United States or a territory of it, whose drug labels hold there. A zone that lies nowhere counts as one:
    /// the content is made for the United States, and what holds elsewhere only is offered where that is known.
    /// </summary>
    public static bool IsUnitedStates(string timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        var zone = TimeZoneInfo.TryConvertWindowsIdToIanaId(timeZone, out var iana) ? iana : timeZone;
        return Zones.Contains(zone) || Nowhere.Contains(zone) || zone.StartsWith("Etc/", StringComparison.Ordinal) || States.Any(state => zone.StartsWith(state, StringComparison.Ordinal));
    }
}
