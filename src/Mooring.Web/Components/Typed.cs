using System.Globalization;
using Mooring.Clinical;

namespace Mooring.Web.Components;

/// <summary>Reads what people type into number and date boxes, and says what is wrong with it.</summary>
public static class Typed
{
    /// <summary>Null when the box is empty, or when it holds no number: then a refusal is added (WEB131, WEB148).</summary>
    public static double? Number(string? text, string at, string what, ICollection<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var read = TypedNumber.Read(text);
        if (read.Value is { } number)
            return number;
        var typed = text.Trim();
        refusals.Add(read.Asks is { } asks ? new("WEB148", asks, at) : new("WEB131", $"{what}: “{typed}” is not a number. Write it with a point, such as 37.5.", at));
        return null;
    }

    /// <summary>Noon of that day at the clinic, or now when it is today: a day's value is not from the future.</summary>
    public static DateTimeOffset Instant(DateOnly? day, Clinic clinic, DateTimeOffset now)
    {
        if (day is not { } on || on == clinic.DayOf(now))
            return now;
        var noon = on.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, clinic.Zone.GetUtcOffset(noon));
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
