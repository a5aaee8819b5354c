using System.Text.RegularExpressions;

namespace Mooring.Clinical.Settings;

/// <summary>Reads the name of a time zone as browsers, databases and this program all know it.</summary>
public static partial class ClinicZone
{
    /// <summary>The IANA name; null for what is none.</summary>
    public static string? Read(string? typed)
    {
        var name = typed?.Trim() ?? "";
        return Iana().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? name : null;
    }

    [GeneratedRegex(@"^[A-Za-z]{2,}(?:[/_+-][A-Za-z0-9_+-]{1,40}){0,3}$", RegexOptions.None, 1000)]
    private static partial Regex Iana();
}
