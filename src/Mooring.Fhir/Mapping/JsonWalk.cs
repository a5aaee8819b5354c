using System.Globalization;
using System.Text.Json;

namespace Mooring.Fhir.Mapping;

/// <summary>Walking FHIR JSON without ever assuming that a member is there or has the kind it should.</summary>
internal static class JsonWalk
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    private static readonly string[] Moments = [.. Days, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK"];

    public static JsonElement? Child(this JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var child) ? child : null;

    public static IEnumerable<JsonElement> Each(this JsonElement at, string name) =>
        at.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string? Text(this JsonElement at, string name) =>
        at.Child(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static double? Number(this JsonElement at, string name) =>
        at.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;

    /// <summary>The day of a date, a partial date (its first day) or a time.</summary>
    public static DateOnly? Day(this JsonElement at, string name)
    {
        var text = at.Text(name) is { } given ? given[..Math.Min(10, given.Length)] : "";
        return DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>A time; a day without one is its first moment in UTC.</summary>
    public static DateTimeOffset? Time(this JsonElement at, string name) => at.Text(name) is { } text ? Moment(text) : null;

    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The code of a CodeableConcept in one system.</summary>
    public static string? Code(this JsonElement concept, string system) =>
        concept.Each("coding").FirstOrDefault(coding => coding.Text("system") == system).Text("code");

    /// <summary>Its codes in one system, in their order.</summary>
    public static IEnumerable<string> Codes(this JsonElement concept, string system) =>
        concept.Each("coding").Where(coding => coding.Text("system") == system).Select(coding => coding.Text("code")).OfType<string>();

    public static string? AnyCode(this JsonElement concept) => concept.Each("coding").Select(coding => coding.Text("code")).FirstOrDefault();

    /// <summary>The text of a CodeableConcept, or the first name that a coding gives it.</summary>
    public static string? Name(this JsonElement concept) =>
        concept.Text("text") ?? concept.Each("coding").Select(coding => coding.Text("display")).FirstOrDefault(display => display is not null);
}
