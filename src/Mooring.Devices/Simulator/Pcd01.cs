using System.Globalization;
using System.Text;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Simulator;

/// <summary>Writes an ORU^R01 in the form of IHE PCD-01, line by line.</summary>
internal sealed class Pcd01
{
    private const string Profile = "IHE_PCD_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.1.1^ISO";
    private readonly StringBuilder text = new();
    private int number;

    public Pcd01(MonitorIdentity from, string name, string controlId, DateTimeOffset at)
    {
        Line($"MSH|^~\\&|{from.Sender(name)}||MOORING||{Timestamp.Write(at)}||ORU^R01^ORU_R01|{controlId}|P|2.6|||AL|NE||UNICODE UTF-8|||{Profile}");
        Line(from.Patient is { } id
            ? $"PID|||{Escapes.Escape(id, Delimiters.Usual)}^^^MOORING^PI||^^^^^^U"
            : "PID|||||^^^^^^U" + new string('|', 26) + "Y");
        Line($"PV1||O|{from.Location}");
        Line($"OBR|1|{controlId}^{from.Sender(name)}|{controlId}^{from.Sender(name)}|182777000^monitoring of patient^SCT|||{Timestamp.Write(at)}");
    }

    private Pcd01(MonitorIdentity from, string name, string controlId, (string Own, string? Parent) alarm, DateTimeOffset at)
    {
        Line($"MSH|^~\\&|{from.Sender(name)}||MOORING||{Timestamp.Write(at)}||ORU^R40^ORU_R40|{controlId}|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_ACM_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.4.1^ISO");
        Line(from.Patient is { } id ? $"PID|||{Escapes.Escape(id, Delimiters.Usual)}^^^MOORING^PI||^^^^^^U" : "PID|||||^^^^^^U" + new string('|', 26) + "Y");
        Line($"PV1||O|{from.Location}");
        var parent = alarm.Parent is null ? "" : new string('|', 22) + $"^{alarm.Parent}&{name}";
        Line($"OBR|1|{alarm.Own}^{name}|{alarm.Own}^{name}|196616^MDC_EVT_ALARM^MDC|||{Timestamp.Write(at)}{parent}");
    }

    /// <summary>Begins an ORU^R40 in the form of IHE PCD-04.</summary>
    /// <param name="own">The filler number of this message.</param>
    /// <param name="parent">That of the message in which the alarm began; null in that one.</param>
    public static Pcd01 Alarm(MonitorIdentity from, string name, string controlId, string own, string? parent, DateTimeOffset at) =>
        new(from, name, controlId, (own, parent), at);

    public void Facet(string code, string path, string value, string interpretation = "") =>
        Line($"OBX|{++number}|ST|{code}^MDC|{path}|{value}|||{interpretation}|||R");

    public void Limited(string code, string path, double value, string unit, string limits) =>
        Line($"OBX|{++number}|NM|{code}^MDC|{path}|{value.ToString("0", CultureInfo.InvariantCulture)}|{unit}|{limits}||||R");

    /// <summary>A device line: it carries no value, only what stands below it inherits.</summary>
    public void Device(string code, string path, DateTimeOffset? at = null, string instance = "") =>
        Line($"OBX|{++number}||{code}^MDC|{path}|||||||X|||{(at is { } time ? Timestamp.Write(time) : "")}||||{instance}");

    public void Number(string code, string path, double? value, string unit, string format = "0")
    {
        // No number is sent as an empty value that is marked unavailable, as monitors do when a sensor is off.
        var (sent, mark) = value is { } known ? (known.ToString(format, CultureInfo.InvariantCulture), "") : ("", "NAV");
        Line($"OBX|{++number}|NM|{code}^MDC|{path}|{sent}|{unit}||{mark}|||R");
    }

    public void Text(string code, string path, string value) => Line($"OBX|{++number}|CWE|{code}^MDC|{path}|{value}||||||R");

    public byte[] Bytes() => Encoding.UTF8.GetBytes(text.ToString());

    private void Line(string line) => text.Append(line.TrimEnd('|')).Append('\r');
}
