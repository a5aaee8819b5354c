using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Clinical.Vitals;

namespace Mooring.Clinical.Sessions.Json;

/// <summary>One of a known list, written by its code.</summary>
internal abstract class NamedJson<T>(Func<string, T?> find) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var code = reader.GetString() ?? "";
        return find(code) ?? throw new JsonException($"'{code}' is no known {typeof(T).Name}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

internal sealed class VitalSignJson() : NamedJson<VitalSign>(VitalSign.Find);

internal sealed class ScaleJson() : NamedJson<Scale>(Scale.Find);

/// <summary>An id as its plain value; whose id it is stands in the member's name.</summary>
internal sealed class IdJson : JsonConverter<Id<Session>>
{
    public override Id<Session> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, Id<Session> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
