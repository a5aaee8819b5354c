using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Clinical.Monitoring;
using Mooring.Storage.Telemetry;

namespace Mooring.Cli.Commands;

/// <summary>Prints line after line, as one JSON array or as text. The member names are a contract that scripts rely on.</summary>
internal sealed class ReadingsList
{
    private readonly TextWriter output;
    private readonly bool isJson;
    private int count;

    private ReadingsList(TextWriter output, bool isJson) => (this.output, this.isJson) = (output, isJson);

    public static ReadingsList On(TextWriter output, bool isJson)
    {
        if (isJson)
            output.Write('[');
        return new(output, isJson);
    }

    public void Add(KeptReading reading) => Put(
        () => new JsonObject
        {
            ["code"] = reading.Sign.Code,
            ["value"] = reading.Value,
            ["unit"] = reading.Sign.Unit,
            ["at"] = Iso(reading.At),
            ["measuredAt"] = Iso(reading.MeasuredAt),
            ["receivedAt"] = Iso(reading.ReceivedAt),
            ["status"] = reading.Status,
            ["device"] = reading.Device,
            ["patient"] = reading.Patient?.ToString(),
            ["session"] = reading.Session?.ToString(),
            ["controlId"] = reading.ControlId,
            ["mdc"] = reading.Mdc,
            ["loinc"] = reading.Loinc,
            ["parked"] = reading.Parked,
            ["timeDoubt"] = reading.TimeDoubt,
            ["filedBy"] = reading.FiledBy,
        },
        () => $"{Iso(reading.MeasuredAt)}  {(reading.Value is { } value ? Measures.Print(reading.Sign.Code, value) : reading.Sign.Name),-24} {reading.Status,-10} {reading.Device}"
            + ((reading.MeasuredAt - reading.At).Duration() >= TimeSpan.FromSeconds(1) ? $"  by its own clock {Iso(reading.At)}" : "")
            + (reading.Parked is { } parked ? $"  parked: {parked}" : $"  session {reading.Session}"));

    public void Add(KeptApart kept) => Put(
        () => new JsonObject
        {
            ["receivedAt"] = Iso(kept.ReceivedAt),
            ["code"] = kept.Code,
            ["reason"] = kept.Says,
            ["at"] = kept.Place,
            ["device"] = kept.Device,
            ["alert"] = kept.IsAlert,
            ["raw"] = kept.Raw,
        },
        () => $"{Iso(kept.ReceivedAt)}  {kept.Code} {kept.Place}: {kept.Says}  {kept.Raw.ReplaceLineEndings(" ")}");

    public void End()
    {
        if (isJson)
            output.WriteLine(count == 0 ? "]" : "\n]");
        else if (count == 0)
            output.WriteLine("Nothing yet.");
    }

    private void Put(Func<JsonObject> json, Func<string> text)
    {
        if (isJson)
            output.Write((count == 0 ? "\n  " : ",\n  ") + json().ToJsonString(JsonSerializerOptions.Web));
        else
            output.WriteLine(text());
        count++;
    }

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
