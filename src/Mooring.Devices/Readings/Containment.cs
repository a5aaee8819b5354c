namespace Mooring.Devices.Readings;

/// <summary>
/// Where a line stands inside its device, by OBX-4: <c>MDS.VMD.CHAN.METRIC[.FACET]</c>; zeros end the path of a device
/// line, so <c>1.2.0.0</c> is the second module of the first device.
/// </summary>
internal static class Containment
{
    // The standard has five levels. What is far deeper is no place in a device, and nothing stands above it.
    private const int Deepest = 16;

    /// <summary>The path next above one without trailing zeros; empty when nothing is above.</summary>
    public static string Parent(string path)
    {
        var end = path.LastIndexOf('.');
        return end <= 0 || path.AsSpan().Count('.') > Deepest ? "" : Path(path[..end]);
    }

    /// <summary>The path of a line, without the zeros that end it.</summary>
    public static string Path(string subId)
    {
        var end = subId.Length;
        while (subId.AsSpan(0, end).EndsWith(".0", StringComparison.Ordinal))
            end -= 2;
        return subId[..end];
    }

    /// <summary>The channel of a metric: what comes from one cuff inflation shares it.</summary>
    public static string Channel(string subId) => Parent(Path(subId));
}
