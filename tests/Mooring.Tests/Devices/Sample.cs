using System.Text;
using Mooring.Clinical.Vitals;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Devices.Readings;

namespace Mooring.Tests.Devices;

/// <summary>Messages for the tests, and the table in force.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Nine = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public static readonly TimeZoneInfo Clinic = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public static readonly DeviceCodeTable Table = DeviceCodes.Read(ContentFolder.Find()) is { IsSound: true } read
        ? read.Value
        : throw new InvalidOperationException("The device codes do not read.");

    public const string Msh = @"MSH|^~\&|SIM^0011223344556677^EUI-64|F|MOORING|C|20261122085959+0000||ORU^R01^ORU_R01|M1|P|2.6|||AL|NE||UNICODE UTF-8";
    public const string Pid = "PID|||P-1^^^CLINIC^PI||Alder^Mara^^^^^L";
    public const string Obr = "OBR|1|||182777000^monitoring of patient^SCT|||20261122085958+0000";
    public const string HeartRate = "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|72|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R";

    public static byte[] Bytes(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\r', lines) + "\r");

    public static Received Read(params string[] lines) => Intake.Read(Bytes(lines), Table, Nine, Clinic);

    /// <summary>What is read from result lines under the usual header.</summary>
    public static Received ReadResults(params string[] results) => Read([Msh, Pid, Obr, .. results]);

    public static byte[] Golden(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "hl7", name));

    public static Received ReadGolden(string name, DateTimeOffset at) => Intake.Read(Golden(name), Table, at, Clinic);

    /// <summary>A result line, with one field replaced.</summary>
    public static string With(this string line, int field, string text)
    {
        var parts = line.Split('|').ToList();
        while (parts.Count <= field)
            parts.Add("");
        parts[field] = text;
        return string.Join('|', parts);
    }
}
