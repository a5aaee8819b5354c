using Mooring.Clinical.Dosing;
using Mooring.Clinical.Protocols;

namespace Mooring.Storage.Library;

/// <summary>The treatment protocols of <c>content/protocols</c> and the rules of the dose sheet.</summary>
public static class Protocols
{
    public static ContentShelf<Protocol> Read(string content) => ContentShelf.Read<Protocol>(
        content,
        "protocols",
        protocol => protocol.Id.ToLowerInvariant(),
        (protocol, hash) => protocol with { Hash = hash });

    /// <summary>One protocol by its id, in any case; null when there is none, with the faults of its file.</summary>
    public static ContentRead<Protocol> Read(string content, string id)
    {
        var known = Read(content).Items.FirstOrDefault(protocol => string.Equals(protocol.Id, id, StringComparison.OrdinalIgnoreCase));
        var file = Path.Combine(content, "protocols", $"{known?.Id ?? id}.yaml".ToLowerInvariant());
        return known is null ? StrictYaml.Read<Protocol>(file) : new(file, known.Hash, known, []);
    }

    public static ContentRead<DoseRules> ReadDoseRules(string content) =>
        StrictYaml.Read<DoseRules>(Path.Combine(content, "dosing.yaml"));
}
