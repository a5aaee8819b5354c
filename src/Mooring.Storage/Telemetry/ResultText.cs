namespace Mooring.Storage.Telemetry;

/// <summary>The two fields of a kept result line that a mapping stands on, read from the line itself.</summary>
/// <param name="Code">OBX-3, every component.</param>
/// <param name="Unit">OBX-6.</param>
public sealed record ResultText(string Code, string Unit, string Value)
{
    /// <summary>Null when the text is not a result line with a code: then nothing can be mapped.</summary>
    public static ResultText? Of(string raw)
    {
        if (raw.Length < 4 || !raw.StartsWith("OBX", StringComparison.Ordinal))
            return null;
        var fields = raw.Split('\r')[0].Split(raw[3]);
        return fields.Length > 3 && fields[3].Length > 0 ? new(fields[3], fields.ElementAtOrDefault(6) ?? "", fields.ElementAtOrDefault(5) ?? "") : null;
    }
}
