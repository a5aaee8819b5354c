namespace Mooring.Web.Access;

/// <summary>A browser as people call it, from what it says of itself: enough to know one's own devices apart, and no more.</summary>
internal static class BrowserWords
{
    private static readonly (string Mark, string Says)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Says)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>"Chrome on Android"; "A program" for what is no browser.</summary>
    public static string Of(string? agent)
    {
        var browser = Named(Browsers, agent);
        return browser is null ? "A program" : $"{browser} on {Named(Systems, agent) ?? "another system"}";
    }

    private static string? Named((string Mark, string Says)[] known, string? agent) =>
        known.Where(one => agent?.Contains(one.Mark, StringComparison.Ordinal) == true).Select(one => one.Says).FirstOrDefault();
}
