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

    /// <summary>The same for a measure, which may have a unit behind it: <c>154 lb</c> in a box of kg. A unit of something else is refused: WEB152.</summary>
    /// <param name="unit">The unit, as UCUM writes it, that the box says.</param>
    public static double? Measure(string? text, string unit, string at, string what, ICollection<Refusal> refusals)
    {
        var read = TypedMeasure.Read(text, unit);
        if (read.Other is { } other)
        {
            refusals.Add(new("WEB152", $"{what} is kept in {unit}, and “{other}” can not be converted to it. Write the number in {unit}.", at));
            return null;
        }

        return read.Value ?? Number(text, at, what, refusals);
    }

    /// <summary>The words without what surrounds them; null when there are none.</summary>
    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

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
