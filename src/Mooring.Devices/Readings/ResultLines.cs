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
        var lineage = new Lineage(group, obx => DeviceNames.Of(obx, names), DeviceNames.OfSender(header, names));
        foreach (var obx in group)
        {
            var (timed, devices) = lineage.Of(obx);
            yield return new(obx, obr, patient, location, (timed?[14] ?? obr[7])[1], timed?.Place(14) ?? obr.Place(7), devices);
        }
    }

    private static string? Location(Field place)
    {
        var text = string.Join('^', new[] { place[1], place[2], place[3] }).TrimEnd('^');
        return text.Length > 0 ? text : null;
    }
}
