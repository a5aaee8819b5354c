using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>What a message must say in its header to be taken.</summary>
internal static class MessageRules
{
    private static readonly string[] Versions = ["2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.1", "2.8.2"];

    public static IEnumerable<Problem> Check(Header header)
    {
        foreach (var (field, text, what) in new[] { (9, header.Type, "message type"), (10, header.ControlId, "control id"), (11, header.ProcessingId, "processing id"), (12, header.Version, "version") })
        {
            if (text.Length == 0)
                yield return new("DEV110", $"MSH[1]-{field}", $"The {what} is missing.", Hl7Codes.RequiredFieldMissing);
        }

        if (header.Version.Length > 0 && !Versions.Contains(header.Version))
            yield return new("DEV111", "MSH[1]-12", $"Version '{header.Version}' is not read here; send 2.3 to 2.8.", Hl7Codes.UnsupportedVersion);
        if (header.ProcessingId.Length > 0 && header.ProcessingId is not ("P" or "T" or "D"))
            yield return new("DEV112", "MSH[1]-11", $"Processing id '{header.ProcessingId}' is not P, T or D.", Hl7Codes.UnsupportedProcessingId);
        if (header.Type.Length > 0 && header.Type != "ORU")
            yield return new("DEV113", "MSH[1]-9", $"Message type '{header.Type}' is not taken here; send ORU.", Hl7Codes.UnsupportedType);
        else if (header.Type == "ORU" && Kind(header) == MessageKind.Unknown)
            yield return new("DEV114", "MSH[1]-9", $"Event '{header.Event}' with structure '{header.Structure}' is not taken here; send R01, R40 or R42.", Hl7Codes.UnsupportedEvent);
    }

    public static MessageKind Kind(Header header) => (header.Type, header.Event, header.Structure) switch
    {
        ("ORU", "R01", "" or "ORU_R01") => MessageKind.Readings,
        ("ORU", "R40", "" or "ORU_R40") => MessageKind.Alarm,
        ("ORU", "R42", "" or "ORU_R01" or "ORU_R42") => MessageKind.PumpEvent,
        _ => MessageKind.Unknown,
    };
}
