using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mooring.Clinical.Sessions.Json;

/// <summary>How journal entries are written. Quantities carry their unit; unknown members and missing ones are errors.</summary>
public static class SessionJson
{
    /// <summary>For <see cref="SessionEvent"/> and <see cref="JournalEntry"/>, one line, UTF-8.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The bytes that are stored and hashed. Once stored they are never made again.</summary>
    public static byte[] Bytes(JournalEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Options);

    /// <exception cref="JsonException">The bytes are not an entry, or one from a newer version.</exception>
    public static JournalEntry Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<JournalEntry>(bytes, Options) ?? throw new JsonException("An entry is not null.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEvents } },
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
                new MassJson(),
                new WeightJson(),
                new VitalSignJson(),
                new ScaleJson(),
                new IdJson(),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    // The name that each event says of itself; where it lies in the program is nothing to a journal.
    private static void NameEvents(JsonTypeInfo info)
    {
        if (info.Type != typeof(SessionEvent))
            return;
        info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "$type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var what in EventTraits.Known)
            info.PolymorphismOptions.DerivedTypes.Add(new(what, EventTraits.Of(what).StoredAs));
    }
}
