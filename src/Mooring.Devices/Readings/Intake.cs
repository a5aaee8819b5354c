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
        var parsed = Message.Read(bytes);
        var problems = parsed.Problems.ToList();
        if (parsed.Header is { } header)
            problems.AddRange(MessageRules.Check(header));
        var kind = parsed.Header is null ? MessageKind.Unknown : MessageRules.Kind(parsed.Header);

        var lines = parsed.Message is { } message && kind == MessageKind.Readings ? ResultLines.Of(message, problems) : [];
        var isRefused = problems.Any(problem => problem.IsFatal);
        var isTest = parsed.Header is { ProcessingId: "T" or "D" };
        var (values, apart) = isRefused ? ([], []) : ResultReading.All(lines, table, receivedAt, clinic, parsed.Header!.ControlId);
        if (isTest)
        {
            apart = [.. apart, .. values.Select(value => new Quarantined("DEV230", "The message is marked as test data (MSH-11).", value.Place, Raw(lines, value), IsAlert: false))];
            values = [];
        }

        var (patient, location) = Hints(parsed.Message, lines);
        return new()
        {
            Header = parsed.Header,
            Kind = kind,
            Verdict = isRefused ? Verdict.Refused : Verdict.Accepted,
            Problems = problems,
            Values = values,
            Quarantined = [.. apart, .. Whole(bytes, kind, isRefused, problems)],
            Patient = patient,
            Location = location,
            Devices = [.. lines.SelectMany(line => line.Devices).Append(parsed.Header is null ? null : DeviceNames.OfSender(parsed.Header)).OfType<string>().Distinct()],
            IsTest = isTest,
            BodyHash = Hash(bytes),
        };
    }

    private static (PatientHint, string?) Hints(Message? message, IReadOnlyList<ResultLine> lines)
    {
        if (lines.Count > 0)
            return (lines[0].Patient, lines[0].Location);
        return message?.Segments.FirstOrDefault(segment => segment.Name == "PID") is { } pid ? (PatientHint.Of(pid), null) : (PatientHint.None, null);
    }

    private static IEnumerable<Quarantined> Whole(ReadOnlySpan<byte> bytes, MessageKind kind, bool isRefused, List<Problem> problems)
    {
        var raw = System.Text.Encoding.Latin1.GetString(bytes);
        if (isRefused && problems.First(problem => problem.IsFatal) is var first)
            return [new(first.Code, first.Says, first.At, raw, IsAlert: true)];
        return kind switch
        {
            MessageKind.Alarm => [new("DEV240", "An alarm (PCD-04): kept as it came, not filed as values. The bedside monitor is the alarm.", "MSH[1]-9", raw, IsAlert: false)],
            MessageKind.PumpEvent => [new("DEV241", "A pump event (PCD-10): kept as it came, not filed as values.", "MSH[1]-9", raw, IsAlert: false)],
            _ => [],
        };
    }

    private static string Raw(IReadOnlyList<ResultLine> lines, Observed value) => lines.First(line => line.Place == value.Place).Obx.Raw;

    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        return Convert.ToHexStringLower(SHA256.HashData(end < 0 ? bytes : bytes[end..]));
    }
}
