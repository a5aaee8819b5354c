using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>Walks the groups of an ORU, PID {OBR {OBX}}, and gives every OBX what it inherits.</summary>
internal static class ResultLines
{
    public static IReadOnlyList<ResultLine> Of(Message message, List<Problem> problems, NameHabit names)
    {
        var lines = new List<ResultLine>();
        var (patient, location) = (PatientHint.None, (string?)null);
        Segment? obr = null;
        var group = new List<Segment>();

        void EndGroup()
        {
            if (obr is not null)
                lines.AddRange(Inherit(message.Header, obr, group, patient, location, names));
            group.Clear();
        }

        foreach (var segment in message.Segments)
        {
            if (segment.Name is "PID" or "PV1" or "OBR")
                EndGroup();
            switch (segment.Name)
            {
                case "PID":
                    (patient, location, obr) = (PatientHint.Of(segment), null, null);
                    break;
                case "PV1":
                    location = Location(segment[3]);
                    break;
                case "OBR":
                    obr = segment;
                    break;
                case "OBX" when obr is null:
                    problems.Add(new("DEV120", segment.Place(1), "A result stands before any OBR.", Hl7Codes.SegmentSequence));
                    break;
                case "OBX":
                    group.Add(segment);
                    break;
            }
        }

        EndGroup();
        if (message.Segments.All(segment => segment.Name != "OBR"))
            problems.Add(new("DEV121", "OBR[1]", "The message has no OBR.", Hl7Codes.SegmentSequence));
        return lines;
    }

    private static IEnumerable<ResultLine> Inherit(
        Header header, Segment obr, List<Segment> group, PatientHint patient, string? location, NameHabit names)
    {
        var above = group.Where(obx => obx[11].Text == "X" && !obx[4].IsEmpty)
            .GroupBy(obx => Containment.Path(obx[4].Text)).ToDictionary(same => same.Key, same => same.First());
        foreach (var obx in group)
        {
            var parents = Containment.Above(obx[4].Text).Where(above.ContainsKey).Select(path => above[path]).ToList();
            var timed = parents.Prepend(obx).FirstOrDefault(one => !one[14].IsEmpty);
            var devices = parents.Prepend(obx).SelectMany(one => DeviceNames.Of(one, names)).Append(DeviceNames.OfSender(header, names)).OfType<string>().Distinct().ToList();
            yield return new(obx, obr, patient, location, (timed?[14] ?? obr[7])[1], timed?.Place(14) ?? obr.Place(7), devices);
        }
    }

    private static string? Location(Field place)
    {
        var text = string.Join('^', new[] { place[1], place[2], place[3] }).TrimEnd('^');
        return text.Length > 0 ? text : null;
    }
}
