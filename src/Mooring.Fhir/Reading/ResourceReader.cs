using System.Runtime.InteropServices;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Mooring.Clinical;

namespace Mooring.Fhir.Reading;

/// <summary>
/// Reads one resource with the Firely SDK. It is loaded when the first resource is read, so that starting the program does
/// not pay for it; each resource is read by itself, so that one that is wrong costs nothing but itself.
/// </summary>
internal static class ResourceReader
{
    private static readonly FhirJsonDeserializer Firely = new(new DeserializerSettings());

    /// <summary>Refusals: FHI117 no resource, FHI110 and FHI116 an element of the wrong kind, FHI111 and FHI131 no date or time.</summary>
    public static Outcome<Resource> Read(BundleEntry entry)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(entry.Json));
        var isClean = Firely.TryDeserializeResource(ref reader, out var resource, out var issues);
        IReadOnlyList<Refusal> wrong = isClean ? [] : [.. issues.Select(issue => ElementFault.Of(issue, entry)).OfType<Refusal>().DistinctBy(refusal => refusal.At)];
        return resource is null || wrong.Count > 0
            ? Outcome<Resource>.Refuse(wrong.Count > 0 ? wrong : [new("FHI117", "This is no resource that can be read. Correct it where the file comes from.", $"{entry.Place}.resource")])
            : resource;
    }
}
