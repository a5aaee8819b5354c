namespace Mooring.Devices.Hl7;

/// <summary>Something wrong with a message, and where. A fatal problem refuses the whole message; others are noted.</summary>
/// <param name="Code"><c>DEVnnn</c>, stable.</param>
/// <param name="At">The place, as <c>OBX[3]-5</c>: the third OBX, fifth field.</param>
/// <param name="Says">What is wrong, in one sentence.</param>
/// <param name="Hl7Code">The number of HL7 table 0357 that the sender gets back in ERR-3.</param>
public sealed record Problem(string Code, string At, string Says, int Hl7Code = Hl7Codes.DataType)
{
    public bool IsFatal { get; init; } = true;
}

/// <summary>HL7 table 0357, as far as this gateway answers with it.</summary>
public static class Hl7Codes
{
    public const int SegmentSequence = 100;
    public const int RequiredFieldMissing = 101;
    public const int DataType = 102;
    public const int TableValueNotFound = 103;
    public const int ValueTooLong = 104;
    public const int UnsupportedType = 200;
    public const int UnsupportedEvent = 201;
    public const int UnsupportedProcessingId = 202;
    public const int UnsupportedVersion = 203;
    public const int Internal = 207;

    public static string Name(int code) => code switch
    {
        SegmentSequence => "Segment sequence error",
        RequiredFieldMissing => "Required field missing",
        DataType => "Data type error",
        TableValueNotFound => "Table value not found",
        ValueTooLong => "Value too long",
        UnsupportedType => "Unsupported message type",
        UnsupportedEvent => "Unsupported event code",
        UnsupportedProcessingId => "Unsupported processing id",
        UnsupportedVersion => "Unsupported version id",
        _ => "Application internal error",
    };
}
