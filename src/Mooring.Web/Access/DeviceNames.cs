namespace Mooring.Web.Access;

/// <summary>What a browser says that it is, in a few words; never all of it, which tells people apart.</summary>
internal static class DeviceNames
{
    private static readonly (string Sign, string Says)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    private static readonly (string Sign, string Says)[] Browsers = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("SamsungBrowser/", "Samsung browser"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    public static string Of(string agent)
    {
        var (system, browser) = (Array.Find(Systems, one => agent.Contains(one.Sign, StringComparison.Ordinal)).Says, Array.Find(Browsers, one => agent.Contains(one.Sign, StringComparison.Ordinal)).Says);
        return string.Join(", ", new[] { system, browser }.OfType<string>()) is { Length: > 0 } says ? says : "not known";
    }
}
