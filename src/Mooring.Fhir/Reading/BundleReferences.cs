using Hl7.Fhir.Model;

namespace Mooring.Fhir.Reading;

/// <summary>Follows references inside one bundle: by full URL, by type and id, or to what a resource contains.</summary>
internal sealed class BundleReferences
{
    private readonly Dictionary<string, BundleEntry> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<BundleEntry, Resource?> read = [];

    public BundleReferences(IEnumerable<BundleEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var name in entry.Names)
                byName.TryAdd(name, entry);
        }
    }

    /// <summary>The entry that a reference means; null when the bundle does not hold it.</summary>
    public BundleEntry? Find(string reference)
    {
        var unversioned = reference.Split("/_history/")[0];
        if (byName.TryGetValue(unversioned, out var entry))
            return entry;

        // An absolute address of which the bundle says only type and id.
        var parts = unversioned.Split('/');
        return parts.Length > 2 && byName.TryGetValue($"{parts[^2]}/{parts[^1]}", out entry) && entry.FullUrl is null ? entry : null;
    }

    /// <summary>The Medication that a statement or request means, contained or in the bundle; null when it can not be had.</summary>
    public Medication? Medication(DomainResource from, string? reference) => reference switch
    {
        null => null,
        ['#', ..] => from.Contained.OfType<Medication>().FirstOrDefault(inner => inner.Id == reference[1..]),
        _ => Find(reference) is { Type: "Medication" } entry ? Resource(entry) as Medication : null,
    };

    /// <summary>What an ingredient is: said by itself, or by the Medication or Substance that it means.</summary>
    public IEnumerable<CodeableConcept?> Ingredient(DomainResource from, DataType? item) => item switch
    {
        CodeableConcept concept => [concept],
        ResourceReference { Reference: ['#', .. var id] } => from.Contained.Where(inner => inner.Id == id).Select(CodeOf),
        ResourceReference { Reference: { } reference } when Find(reference) is { Type: "Medication" or "Substance" } entry => [CodeOf(Resource(entry))],
        _ => [],
    };

    private static CodeableConcept? CodeOf(Resource? inner) => inner switch { Medication it => it.Code, Substance it => it.Code, _ => null };

    private Resource? Resource(BundleEntry entry) => read.TryGetValue(entry, out var known) ? known : read[entry] = ResourceReader.Read(entry).Value;
}
