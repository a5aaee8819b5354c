using System.Text;
using Mooring.Clinical;
using Mooring.Devices.Gateway;
using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;
using Mooring.Devices.Readings;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Intake;

/// <summary>
/// Who may speak for which device, and how much. Over TLS the certificate says for whom; a device that has one is heard from
/// nobody without it. A new name, or a new certificate, waits for a person. What is not taken is kept apart with the reason,
/// as long as its sender stays within what an address may send in a day.
/// </summary>
public sealed class Admission(IntakeTerms terms, DeviceDoubts doubts, ServerOptions options)
{
    private readonly DayCounts counts = new(options.Mllp);

    public Admitted Of(Clinic clinic, Received received, Source source, ReadOnlySpan<byte> bytes, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(source);
        var book = terms.Book(clinic.Id);
        if (TooLong(received.Header) is { } field)
            return Refuse(received, Verdict.Refused, "LIM104", $"{field} is longer than {TextLimits.Name} characters, the most that is taken.");
        var wrong = TooLong(received) ?? Wrong(book, received.Devices, source.Certificate);
        var device = wrong is null ? received.Devices.FirstOrDefault(book.Known.Contains) : null;
        var today = clinic.DayOf(at);
        if (counts.Count(source.Address, device, bytes.Length, today) is { } tooMuch)
            return TooMuch(clinic, received, source, device, tooMuch, at);
        if (wrong is { } said)
            return Apart(clinic, received, said, bytes, at);

        string[] unknown = [.. received.Devices.Where(name => !book.Known.Contains(name) && !book.Waiting.Contains(name))];
        if (unknown.Length == 0)
            return new(received) { IsProved = device is not null && received.Verdict == Verdict.Accepted };
        var may = counts.MayWait(source.Address, unknown, book.Waiting.Count, today);
        if (device is null && may.Count < unknown.Length)
            return Refuse(received, Verdict.Refused, "LIM101", "This address, or the clinic, has too many names of devices that wait for a person already.");
        return new(received with { Devices = [.. received.Devices.Where(name => !unknown.Contains(name) || may.Contains(name))] }) { IsProved = device is not null && received.Verdict == Verdict.Accepted };
    }

    // What a message is known by, and asked for again by: nothing can be kept under a name without end.
    private static string? TooLong(Header? header) =>
        header is null ? null
        : header.ControlId.Length > TextLimits.Name ? "The control id (MSH-10)"
        : header.SentAt.Length > TextLimits.Name ? "The time of the message (MSH-7)"
        : header.SendingApplication.Length > TextLimits.Name || header.SendingFacility.Length > TextLimits.Name ? "The sender (MSH-3, MSH-4)"
        : null;

    private static (string Code, string Says, bool IsRefused, IReadOnlyList<string> Devices)? TooLong(Received received)
    {
        if (received.Devices.Any(name => name.Length >= TextLimits.Name))
            return ("LIM105", $"A device is named by {TextLimits.Name} characters or more. Nothing of the message was filed.", true, []);
        return TextLimits.Against(received.Alarms.Select(alarm => alarm.Said)).Concat(TextLimits.Against(received.Values)).FirstOrDefault() is { } tooLong
            ? ("LIM105", tooLong.Says, true, []) : null;
    }

    // Why these names are not taken from whoever showed this, and whether its message is refused.
    private static (string Code, string Says, bool IsRefused, IReadOnlyList<string> Devices)? Wrong(DeviceBook book, IReadOnlyList<string> devices, ShownCertificate? shown)
    {
        if (shown is null)
        {
            string[] certified = [.. devices.Where(book.IsCertified)];
            return certified.Length == 0 ? null
                : ("DEV263", $"{string.Join(", ", certified)} speaks with a certificate. A message in its name came without one: it was refused, and nothing of it was filed.", true, certified);
        }

        if (book.Certificates.GetValueOrDefault(shown.Fingerprint) is not { Count: > 0 } mine)
            return ("DEV260", $"The certificate of {shown.Subject} is tied to no device yet. A person says for which it speaks; until then nothing that it sends is filed.", false, devices);
        string[] others = [.. devices.Where(name => !mine.Contains(name))];
        return others.Length == 0 ? null
            : ("DEV261", $"The certificate of {shown.Subject} may not speak for {string.Join(", ", others)}. The message was refused, and nothing of it was filed.", true, others);
    }

    private Admitted Apart(Clinic clinic, Received received, (string Code, string Says, bool IsRefused, IReadOnlyList<string> Devices) wrong, ReadOnlySpan<byte> bytes, DateTimeOffset at)
    {
        var (code, says, isRefused, devices) = wrong;
        foreach (var device in devices)
            doubts.Note(clinic.Id, device, DoubtKind.NotItsCertificate, says, at);
        // Its names are not met and its clock is not measured: who sent it is not that device.
        return new(received with
        {
            Verdict = isRefused ? Verdict.Refused : received.Verdict,
            Problems = isRefused ? [.. received.Problems, new(code, "MSH[1]-3", says, Hl7Codes.Internal)] : received.Problems,
            Values = [],
            Alarms = [],
            Devices = [],
            Quarantined = [new(code, says, "MSH[1]-3", Encoding.Latin1.GetString(bytes), IsAlert: true) { Device = devices.Count > 0 ? devices[0] : null }],
        });
    }

    // A known device keeps what it could not deliver; a stranger is told that it was refused.
    private Admitted TooMuch(Clinic clinic, Received received, Source source, string? device, string tooMuch, DateTimeOffset at)
    {
        if (device is null)
            return Refuse(received, Verdict.Refused, "LIM102", $"This address sends {tooMuch} in names that the clinic does not know.");
        doubts.Note(clinic.Id, device, DoubtKind.TooMuch, $"{device} sends {tooMuch} from {source.Address}. It is told to keep them; what it shows itself is right.", at);
        return Refuse(received, Verdict.Failed, "LIM103", $"The device sends {tooMuch}.");
    }

    private static Admitted Refuse(Received received, Verdict verdict, string code, string says) =>
        new(received with { Verdict = verdict, Problems = [.. received.Problems, new(code, "MSH[1]-3", says, Hl7Codes.Internal)] }) { IsKept = false };
}
