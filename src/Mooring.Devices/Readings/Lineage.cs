using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>
/// What result lines inherit from the device lines above them: the time, and the names of the devices. Lines of one
/// channel share it, so it is worked out once a channel.
/// </summary>
/// <param name="group">The results of one OBR.</param>
/// <param name="names">The devices a line names itself, innermost first.</param>
/// <param name="sender">The device that stands above all others, if it has a name.</param>
internal sealed class Lineage(IReadOnlyList<Segment> group, Func<Segment, IEnumerable<string>> names, string? sender)
{
    private readonly Dictionary<string, Segment> devices = Devices(group);

    private readonly Dictionary<string, (Segment? Timed, IReadOnlyList<string> Devices)> known = new(StringComparer.Ordinal)
    {
        [""] = (null, sender is null ? [] : [sender]),
    };

    /// <summary>The nearest line that has a time, the line itself first; and all devices it came through, innermost first.</summary>
    public (Segment? Timed, IReadOnlyList<string> Devices) Of(Segment obx) => Below(obx, At(Containment.Parent(Containment.Path(obx[4].Text))));

    private (Segment? Timed, IReadOnlyList<string> Devices) At(string path)
    {
        if (!known.TryGetValue(path, out var found))
        {
            found = At(Containment.Parent(path));
            if (devices.TryGetValue(path, out var line))
                found = Below(line, found);
            known[path] = found;
        }

        return found;
    }

    private (Segment? Timed, IReadOnlyList<string> Devices) Below(Segment line, (Segment? Timed, IReadOnlyList<string> Devices) above) => (
        line[14].IsEmpty ? above.Timed : line,
        line[18].IsEmpty ? above.Devices : [.. names(line).Concat(above.Devices).Distinct()]);

    private static Dictionary<string, Segment> Devices(IReadOnlyList<Segment> group)
    {
        Dictionary<string, Segment> lines = new(StringComparer.Ordinal);
        foreach (var obx in group)
        {
            if (!obx[4].IsEmpty && obx[11].Text == "X")
                lines.TryAdd(Containment.Path(obx[4].Text), obx);
        }

        return lines;
    }
}
