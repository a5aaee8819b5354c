using Mooring.Clinical.Dosing;
using Mooring.Clinical.Protocols;
using Mooring.Content.Yaml;

namespace Mooring.Content.Reading;

/// <summary>The treatment protocols of <c>content/protocols</c> and the rules of the dose sheet.</summary>
public static class Protocols
{
    internal const string DoseRulesFile = "dosing.yaml";

    public static ContentCache<Protocol> Read(string content) => ContentCache.Read(content, Read);

    public static ContentRead<DoseRules> ReadDoseRules(string content) => new ContentReader(content).Open<DoseRules>(DoseRulesFile);

    internal static IReadOnlyList<Protocol> Read(ContentReader reader) => ContentCache.Items<Protocol>(
        reader,
        "protocols",
        protocol => protocol.Id.ToLowerInvariant(),
        (protocol, hash) => protocol with { Hash = hash });
}
