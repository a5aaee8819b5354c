namespace Mooring.Devices.Readings;

/// <summary>
/// Where a line stands inside its device, by OBX-4: <c>MDS.VMD.CHAN.METRIC[.FACET]</c>; zeros end the path of a device
/// line, so <c>1.2.0.0</c> is the second module of the first device.
/// </summary>
internal static class Containment
{
    /// <summary>The paths above a line, nearest first, as keys without trailing zeros.</summary>
    public static IEnumerable<string> Above(string subId)
    {
        var path = Path(subId);
        for (var end = path.LastIndexOf('.'); end > 0; end = path.LastIndexOf('.', end - 1))
            yield return Path(path[..end]);
    }

    public static string Path(string subId)
    {
        var path = subId;
        while (path.EndsWith(".0", StringComparison.Ordinal))
            path = path[..^2];
        return path;
    }

    /// <summary>The channel of a metric: what comes from one cuff inflation shares it.</summary>
    public static string Channel(string subId) => Above(subId).FirstOrDefault() ?? "";
}
