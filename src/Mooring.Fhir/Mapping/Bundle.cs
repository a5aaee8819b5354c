using System.Text.Json;
using Mooring.Clinical;

namespace Mooring.Fhir.Mapping;

/// <summary>One entry of a bundle that holds a resource.</summary>
/// <param name="Place">Where it stands: <c>entry[3]</c>.</param>
/// <param name="FullUrl">What the bundle calls it; null when it does not.</param>
internal sealed record BundleEntry(string Place, string Type, string? FullUrl, JsonElement Resource)
{
    /// <summary>What references call it: its full URL, and its type and id.</summary>
    public IEnumerable<string> Names => new[] { FullUrl, LocalName }.OfType<string>();

    /// <summary>What it is called in its own system, the same at each export; null when nothing names it.</summary>
    public string? Source => FullUrl ?? LocalName;

    private string? LocalName => Resource.Text("id") is { Length: > 0 } id ? $"{Type}/{id}" : null;
}

/// <summary>A FHIR R4 bundle, taken apart. Every reader of bundles begins here.</summary>
internal sealed record Bundle(string? Kind, bool HasMorePages, IReadOnlyList<BundleEntry> Entries, int WithoutResource)
{
    /// <summary>Refusals: those of <see cref="BundleText"/>, FHI102 no bundle, FHI109 an entry that is none.</summary>
    public static Outcome<Bundle> Read(ReadOnlyMemory<byte> bytes)
    {
        var parsed = BundleText.Parse(bytes);
        if (!parsed.IsDone)
            return Outcome<Bundle>.Refuse(parsed.Refusals);

        var root = parsed.Value.RootElement;
        if (root.Text("resourceType") != "Bundle")
            return new Refusal("FHI102", "This is not a FHIR bundle; give one with the patient and what is known about her.", "resourceType");
        if (root.Child("entry") is { ValueKind: not JsonValueKind.Array })
            return new Refusal("FHI109", "The entries of the bundle must be a list.", "entry");

        List<BundleEntry> entries = [];
        List<Refusal> refusals = [];
        var (index, without) = (0, 0);
        foreach (var entry in root.Each("entry"))
        {
            var place = FormattableString.Invariant($"entry[{index++}]");
            if (entry.ValueKind == JsonValueKind.Object && entry.Child("resource") is null)
                without++;
            else if (entry.Child("resource") is { } resource && resource.Text("resourceType") is { Length: > 0 } type)
                entries.Add(new(place, type, entry.Text("fullUrl"), resource));
            else
                refusals.Add(new("FHI109", "This entry holds no resource with a resourceType. Correct it or take it out.", $"{place}.resource.resourceType"));
        }

        return refusals.Count > 0
            ? Outcome<Bundle>.Refuse(refusals)
            : new Bundle(root.Text("type"), root.Each("link").Any(link => link.Text("relation") == "next"), entries, without);
    }
}
