using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Json;
using Mooring.Clinical.Sessions.Limits;

namespace Mooring.Practice.Sessions;

/// <summary>
/// Whether two entries say the same, apart from when. A form that is sent again is decided a moment later, so the times
/// differ; vital signs, ratings and corrections are compared by the numbers that were typed, where the form is known.
/// </summary>
internal static class SameEntry
{
    public static bool Is(IReadOnlyList<SessionEvent> kept, IReadOnlyList<SessionEvent> again) =>
        kept.Count == again.Count && kept.Zip(again).All(pair => pair.First.GetType() == pair.Second.GetType()
            && (pair.First is VitalsCharted or ScaleRated or Corrected or NoticesShown || Words(pair.First) == Words(pair.Second)));

    // As the journal writes it, which leaves nothing out.
    private static string Words(SessionEvent what) => Timeless(JsonSerializer.SerializeToNode(what, SessionJson.Options))?.ToJsonString() ?? "";

    private static JsonNode? Timeless(JsonNode? node) => node switch
    {
        JsonObject named => new JsonObject(named.Select(one => KeyValuePair.Create(one.Key, Timeless(one.Value)))),
        JsonArray many => new JsonArray([.. many.Select(Timeless)]),
        JsonValue value when value.TryGetValue(out string? text) && IsInstant(text) => null,
        _ => node?.DeepClone(),
    };

    // As the serializer writes an instant; a day alone, such as an expiry date, was typed.
    private static bool IsInstant(string text) =>
        text.Length > "0000-00-00T".Length && DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
