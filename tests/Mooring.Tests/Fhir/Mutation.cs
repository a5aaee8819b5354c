using System.Text;
using System.Text.Json.Nodes;

namespace Mooring.Tests.Fhir;

/// <summary>Breaks a good bundle in one place.</summary>
internal static class Mutation
{
    private static readonly string[] Values = ["null", "7", "-1e400", "true", "\"\"", "[]", "{}", "\"x\"", "[null]", "\"\\udc00\"", "\"9999-99-99\"", "[[[]]]"];

    public static byte[] OfBytes(Random random)
    {
        var bytes = SyntheticBundle.Make(seed: 3, entries: 40);
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>One node becomes another value, or goes.</summary>
    public static byte[] OfTree(Random random)
    {
        var bundle = SyntheticBundle.Build(seed: 3, entries: 40);
        JsonNode at = bundle;
        var depth = 1 + random.Next(8);
        for (var level = 0; level < depth && Inner(at, random) is { } inner; level++)
            at = inner;
        const string Mark = "mutated-here";
        if (random.Next(5) == 0 && at.Parent is JsonObject parent)
            parent.Remove(at.GetPropertyName());
        else if (at.Parent is not null)
            at.ReplaceWith(Mark);
        return Encoding.UTF8.GetBytes(bundle.ToJsonString().Replace($"\"{Mark}\"", Values[random.Next(Values.Length)], StringComparison.Ordinal));
    }

    private static JsonNode? Inner(JsonNode at, Random random) => at switch
    {
        JsonObject { Count: > 0 } members => members.ElementAt(random.Next(members.Count)).Value,
        JsonArray { Count: > 0 } items => items[random.Next(items.Count)],
        _ => null,
    };
}
