using System.Text.Json;

namespace Mooring.Fhir.Reading;

/// <summary>One entry of a bundle that holds a resource, before the resource is read.</summary>
/// <param name="Place">Where it stands: <c>entry[3]</c>.</param>
/// <param name="FullUrl">What the bundle calls it; null when it does not.</param>
internal sealed record BundleEntry(string Place, string Type, string? FullUrl, JsonElement Json)
{
    /// <summary>Its type and id.</summary>
    public string? LocalName => Json.Text("id") is { Length: > 0 } id ? $"{Type}/{id}" : null;

    /// <summary>What references call it: its full URL, its type and id, and the end of a URL that says both.</summary>
    public IEnumerable<string> Names => new[] { FullUrl, LocalName, Json.Text("id") is null ? UrlName : null }.OfType<string>();

    /// <summary>What it is called in this bundle; null when nothing names it.</summary>
    public string? Source => FullUrl ?? LocalName;

    /// <summary>What it is called in its own system, the best name first: a URL made anew at each export comes last.</summary>
    public IEnumerable<string> LastingNames => new[] { IsWeb ? FullUrl : null, LocalName, FullUrl }.OfType<string>().Distinct(StringComparer.Ordinal);

    private bool IsWeb => FullUrl?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true;

    private string? UrlName => IsWeb && FullUrl!.Split('/') is [.., var type, var id] && type == Type ? $"{type}/{id}" : null;

    public bool Equals(BundleEntry? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Place.GetHashCode(StringComparison.Ordinal);
}

/// <summary>The few members of the bundle itself that are looked at; resources are read by the library.</summary>
internal static class Envelope
{
    public static JsonElement? Member(this JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var member) ? member : null;

    public static string? Text(this JsonElement at, string name) => at.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement at, string name) =>
        at.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
