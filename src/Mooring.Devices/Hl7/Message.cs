namespace Mooring.Devices.Hl7;

/// <summary>A message whose grammar is right; what it means is for others to say.</summary>
public sealed record Message(Header Header, IReadOnlyList<Segment> Segments)
{
    /// <summary>Reads a message, or says everything that is wrong with it. Never throws on what a sender can send.</summary>
    public static Parsed Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (Header.Read(bytes) is not { } header)
            return new(null, null, [new("DEV101", "MSH[1]-2", "The message does not begin with MSH and its delimiters.", Hl7Codes.SegmentSequence)]);
        if (CharacterSets.Find(header.CharacterSet) is not { } letters)
            return new(null, header, [new("DEV102", "MSH[1]-18", $"The character set '{header.CharacterSet}' is not read here; send UNICODE UTF-8.", Hl7Codes.TableValueNotFound)]);

        var text = letters.GetString(bytes);
        var problems = new List<Problem>();
        if (text.Contains('\uFFFD'))
            problems.Add(new("DEV103", "MSH[1]-18", $"Some bytes are not in the announced character set '{header.CharacterSet}'.") { IsFatal = false });

        var segments = Split(text, header.Marks, problems);
        return new(problems.Any(problem => problem.IsFatal) ? null : new Message(header, segments), header, problems);
    }

    private static List<Segment> Split(string text, Delimiters marks, List<Problem> problems)
    {
        var segments = new List<Segment>();
        var seen = new Dictionary<string, int>();
        var (lines, isMixed) = SegmentEnds.Cut(text, marks);
        if (isMixed)
            problems.Add(new("DEV108", "MSH[1]-1", "MSH ends with CR, and a line feed stands before what looks like a segment: end all segments with CR.", Hl7Codes.SegmentSequence));
        foreach (var line in lines)
        {
            if (line.Length == 0)
                continue;
            if (!IsNamed(line, marks))
            {
                problems.Add(new("DEV104", $"line {segments.Count + 1}", "A segment must begin with a three-letter name and the field mark.", Hl7Codes.SegmentSequence));
                return segments;
            }

            var name = line.StartsWith("OBX", StringComparison.Ordinal) ? "OBX" : line[..3];
            seen[name] = seen.GetValueOrDefault(name) + 1;
            var segment = new Segment(name, seen[name], line, marks);
            segments.Add(segment);
            if (name == "MSH" && segment.Number > 1)
                problems.Add(new("DEV105", segment.Place(1), "A second MSH stands inside the message: the end of the first was lost.", Hl7Codes.SegmentSequence));
            if (name != "MSH" && !Escapes.AreClosed(line, marks))
                problems.Add(new("DEV106", segment.Place(0), "An escape sequence is not closed.") { IsFatal = false });
        }

        return segments;
    }

    private static bool IsNamed(string line, Delimiters marks) =>
        line.Length >= 3 && char.IsAsciiLetterUpper(line[0])
        && (char.IsAsciiLetterUpper(line[1]) || char.IsAsciiDigit(line[1]))
        && (char.IsAsciiLetterUpper(line[2]) || char.IsAsciiDigit(line[2]))
        && (line.Length == 3 || line[3] == marks.Field);
}

/// <summary>What reading gave: the message when its grammar is right, the header as soon as there is one to answer to.</summary>
public sealed record Parsed(Message? Message, Header? Header, IReadOnlyList<Problem> Problems);
