using System.Globalization;

namespace Mooring.Devices.Hl7;

/// <summary>
/// A time as HL7 writes it, <c>YYYYMMDDHHMM[SS[.SSSS]][+ZZZZ]</c>. Profiles for devices require the zone and real
/// devices leave it out: then the clinic's zone is assumed, and said to be.
/// </summary>
public readonly record struct Timestamp(DateTime Local, TimeSpan? Offset)
{
    // HL7 allows four; some write more, and a time is no less true for that: the rest is cut.
    private const int MostDecimals = 4;

    // The last is no form of HL7, and some monitors write it: milliseconds without their point.
    private static readonly string[] Forms = ["yyyyMMddHHmm", "yyyyMMddHHmmss", "yyyyMMddHHmmss.f", "yyyyMMddHHmmss.ff", "yyyyMMddHHmmss.fff", "yyyyMMddHHmmss.ffff", "yyyyMMddHHmmssfff"];

    /// <summary>Reads a time to the minute or better; a bare date is not the time of a vital sign.</summary>
    public static Timestamp? Read(string text)
    {
        var sign = text.AsSpan().IndexOfAny('+', '-');
        var clock = sign < 0 ? text : text[..sign];
        if (ReadClock(clock) is not { } local)
            return null;
        if (sign < 0)
            return new(local, null);
        return ReadOffset(text[sign..]) is { } offset && local.Year is > 1900 and < 9000 ? new(local, offset) : null;
    }

    public static string Write(DateTimeOffset at) =>
        at.ToString("yyyyMMddHHmmss.fff", CultureInfo.InvariantCulture) + at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    /// <summary>The instant meant; null when the clinic's clocks skipped that hour.</summary>
    /// <param name="clinic">The zone assumed when none was sent.</param>
    /// <param name="near">Decides which of two hours is meant on the night the clocks go back.</param>
    public DateTimeOffset? In(TimeZoneInfo clinic, DateTimeOffset near)
    {
        var local = Local;
        if (Offset is { } offset)
            return new DateTimeOffset(local, offset).ToUniversalTime();
        if (local.Year is <= 1900 or >= 9000 || clinic.IsInvalidTime(local))
            return null;
        var offsets = clinic.IsAmbiguousTime(local) ? clinic.GetAmbiguousTimeOffsets(local) : [clinic.GetUtcOffset(local)];
        return offsets.Select(one => new DateTimeOffset(local, one).ToUniversalTime()).MinBy(at => (at - near).Duration());
    }

    // One form at a time, and only those of this length: all at once, the parser tries each on every time it reads.
    private static DateTime? ReadClock(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point > 0 && text.Length > point + 1 + MostDecimals && text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') < 0)
            text = text[..(point + 1 + MostDecimals)];
        foreach (var form in Forms)
        {
            if (form.Length == text.Length && DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
                return local;
        }

        return null;
    }

    private static TimeSpan? ReadOffset(string text) =>
        text.Length == 5 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
        && int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture) is var hours and <= 14
        && int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture) is var minutes and < 60
        && hours * 60 + minutes <= 840
            ? new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1)
            : null;
}
