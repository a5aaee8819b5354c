using System.Globalization;
using System.Text.Json;
using Mooring.Clinical;

namespace Mooring.Fhir.Reading;

/// <summary>A FHIR R4 bundle, taken apart. What is wrong with the bundle as such refuses the file.</summary>
internal sealed record Bundle(string? Kind, bool HasMorePages, IReadOnlyList<BundleEntry> Entries, int WithoutResource)
{
    /// <summary>Refusals: those of <see cref="BundleText"/>, FHI102 no bundle, FHI109 no list of entries, FHI118 an entry that is none, FHI114 one thing twice.</summary>
    public static Outcome<Bundle> Read(ReadOnlyMemory<byte> bytes)
    {
        var parsed = BundleText.Parse(bytes);
        if (!parsed.IsDone)
            return Outcome<Bundle>.Refuse(parsed.Refusals);

        var root = parsed.Value.RootElement;
        if (root.Text("resourceType") != "Bundle")
            return new Refusal("FHI102", "This is not a FHIR bundle; give one with the patient and what is known about them.", "resourceType");
        if (root.Member("entry") is { ValueKind: not JsonValueKind.Array })
            return new Refusal("FHI109", "The entries of the bundle must be a list.", "entry");

        List<BundleEntry> entries = [];
        List<Refusal> refusals = [];
        var without = Gather(root, "", entries, refusals);

        IReadOnlyList<BundleEntry> newest = [.. entries.GroupBy(entry => entry.Source ?? entry.Place, StringComparer.Ordinal).SelectMany(same => Newest([.. same], refusals))];
        return refusals.Count > 0
            ? Outcome<Bundle>.Refuse(refusals)
            : new Bundle(root.Text("type"), root.Items("link").Any(link => link.Text("relation") == "next"), newest, without);
    }

    // A bundle inside a bundle is what it holds. Returns how many entries have no resource.
    private static int Gather(JsonElement bundle, string above, List<BundleEntry> entries, List<Refusal> refusals)
    {
        var without = 0;
        foreach (var (index, entry) in bundle.Items("entry").Index())
        {
            var place = FormattableString.Invariant($"{above}entry[{index}]");
            if (entry.ValueKind == JsonValueKind.Object && entry.Member("resource") is null)
                without++;
            else if (entry.Member("resource") is { } inner && inner.Text("resourceType") == "Bundle")
                without += Gather(inner, $"{place}.resource.", entries, refusals);
            else if (entry.Member("resource") is { } resource && resource.Text("resourceType") is { Length: > 0 } type)
                entries.Add(new(place, type, entry.Text("fullUrl"), resource));
            else
                refusals.Add(new("FHI118", "This entry holds no resource with a resourceType. Correct it or take it out.", $"{place}.resource.resourceType"));
        }

        return without;
    }

    // One thing in two versions is its newer one; the same text twice, as searches give it, is one.
    private static IEnumerable<BundleEntry> Newest(IReadOnlyList<BundleEntry> same, List<Refusal> refusals)
    {
        if (same.Count == 1 || same.All(entry => JsonElement.DeepEquals(entry.Json, same[0].Json)))
            return same.Take(1);

        var newest = same.OrderByDescending(Version).ToList();
        if (Version(newest[0]) == Version(newest[1]))
            refusals.Add(new("FHI114", $"'{same[0].Source}' is in the bundle twice, and neither is the newer one. Keep the entry that counts.", $"{same[1].Place}.fullUrl"));
        return newest.Take(1);
    }

    private static (DateTimeOffset, long) Version(BundleEntry entry)
    {
        var meta = entry.Json.Member("meta");
        var updated = Moments.Read(meta?.Text("lastUpdated"))?.From ?? DateTimeOffset.MinValue;
        return (updated, long.TryParse(meta?.Text("versionId"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
    }
}
