using System.Security.Cryptography;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>
/// One message in, everything it says out: parsed, then validated, then brought to our units and codes. Pure: it keeps
/// nothing and asks no clock. Never throws on what a sender can send.
/// </summary>
public static class Intake
{
    /// <param name="bytes">The message, without its MLLP frame.</param>
    /// <param name="table">The codes, units and ranges in force.</param>
    /// <param name="receivedAt">When it arrived; flags values from the future.</param>
    /// <param name="clinic">The zone of times sent without one.</param>
    public static Received Read(ReadOnlySpan<byte> bytes, DeviceCodeTable table, DateTimeOffset receivedAt, TimeZoneInfo clinic)
    {
        var terms = new ReadingTerms(table);
        return Read(bytes, _ => terms, receivedAt, clinic);
    }

    /// <param name="bytes">The message, without its MLLP frame.</param>
    /// <param name="termsOf">By what the messages of devices with these names are read; asked with the sender first.</param>
    /// <param name="receivedAt">When it arrived; flags values from the future.</param>
    /// <param name="clinic">The zone of times sent without one.</param>
    public static Received Read(ReadOnlySpan<byte> bytes, Func<IReadOnlyList<string>, ReadingTerms> termsOf, DateTimeOffset receivedAt, TimeZoneInfo clinic)
    {
        var parsed = Message.Read(bytes);
        var problems = parsed.Problems.ToList();
        var kind = parsed.Header is null ? MessageKind.Unknown : IsAnswer(parsed) ? MessageKind.Answer : MessageRules.Kind(parsed.Header);
        if (parsed.Header is { } header && kind != MessageKind.Answer)
            problems.AddRange(MessageRules.Check(header));

        var (lines, terms) = Lines(parsed, kind, problems, termsOf);
        var isRefused = problems.Any(problem => problem.IsFatal);
        var isTest = parsed.Header is { ProcessingId: "T" or "D" };
        var raw = isRefused || kind != MessageKind.Readings ? System.Text.Encoding.Latin1.GetString(bytes) : "";
        var times = MessageTimes.Of(parsed.Header, terms, receivedAt, clinic);
        var (values, apart) = isRefused || kind != MessageKind.Readings ? ([], []) : ResultReading.All(lines, terms, times, parsed.Header!.ControlId);
        var (alarms, noAlarm) = isRefused || kind != MessageKind.Alarm ? ([], null) : AlarmReading.All(lines, times, raw);
        if (isTest)
        {
            apart = [.. apart, .. values.Select(value => new Quarantined("DEV230", "The message is marked as test data (MSH-11).", value.Place, Raw(lines, value), IsAlert: false))];
            (values, alarms) = ([], []);
        }

        var (patient, location) = Hints(parsed.Message, lines);
        return new()
        {
            Header = parsed.Header,
            SentAt = times.SentAt,
            Kind = kind,
            Verdict = isRefused ? Verdict.Refused : Verdict.Accepted,
            Problems = problems,
            Values = values,
            Alarms = alarms,
            Terms = terms,
            Quarantined = [.. apart, .. noAlarm is null ? [] : new[] { noAlarm }, .. Whole(raw, kind, isRefused, problems)],
            Patient = patient,
            Location = location,
            Devices = [.. lines.SelectMany(line => line.Devices).Append(parsed.Header is null ? null : DeviceNames.OfSender(parsed.Header, terms.Names)).OfType<string>().Distinct()],
            IsTest = isTest,
            BodyHash = Hash(bytes),
        };
    }

    private static (IReadOnlyList<ResultLine>, ReadingTerms) Lines(
        Parsed parsed, MessageKind kind, List<Problem> problems, Func<IReadOnlyList<string>, ReadingTerms> termsOf)
    {
        IReadOnlyList<string> sender = parsed.Header is { } header && DeviceNames.OfSender(header) is { } name ? [name] : [];
        var terms = termsOf(sender);
        if (parsed.Message is not { } message || kind is not (MessageKind.Readings or MessageKind.Alarm))
            return ([], terms);
        // An alarm is never sent back: what can not be read of it is kept as it came.
        var lines = ResultLines.Of(message, kind == MessageKind.Alarm ? [] : problems, terms.Names);
        if (terms.Profile is not null || terms.Mappings.Count > 0)
            return (lines, terms);
        terms = termsOf([.. lines.SelectMany(line => line.Devices).Distinct()]);
        return (terms.Names == NameHabit.UniversalId ? lines : ResultLines.Of(message, [], terms.Names), terms);
    }

    // What answers something says so by its type or by its MSA.
    private static bool IsAnswer(Parsed parsed) => parsed.Header!.IsAcknowledgment || (parsed.Message?.Segments.Any(segment => segment.Name == "MSA") ?? false);

    private static (PatientHint, string?) Hints(Message? message, IReadOnlyList<ResultLine> lines)
    {
        if (lines.Count > 0)
            return (lines[0].Patient, lines[0].Location);
        return message?.Segments.FirstOrDefault(segment => segment.Name == "PID") is { } pid ? (PatientHint.Of(pid), null) : (PatientHint.None, null);
    }

    private static IEnumerable<Quarantined> Whole(string raw, MessageKind kind, bool isRefused, List<Problem> problems)
    {
        if (isRefused && problems.First(problem => problem.IsFatal) is var first)
            return [new(first.Code, first.Says, first.At, raw, IsAlert: true)];
        if (kind == MessageKind.Answer)
            return [new("DEV243", "An acknowledgment: nobody here waits for one. It is kept as it came, and never answered.", "MSH[1]-9", raw, IsAlert: false)];
        return kind == MessageKind.PumpEvent
            ? [new("DEV241", "A pump event (PCD-10): kept as it came, not filed as values.", "MSH[1]-9", raw, IsAlert: false)]
            : [];
    }

    private static string Raw(IReadOnlyList<ResultLine> lines, Observed value) => lines.First(line => line.Place == value.Place).Obx.Raw;

    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        return Convert.ToHexStringLower(SHA256.HashData(end < 0 ? bytes : bytes[end..]));
    }
}
