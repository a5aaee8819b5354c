using System.Text;

namespace Mooring.Devices.Hl7;

/// <summary>
/// The fields of MSH exactly as sent: each character stands for one byte (Latin-1), so that an answer repeats them
/// byte for byte whatever character set the message is in.
/// </summary>
public sealed class Header
{
    private readonly Segment raw;

    private Header(Segment raw, Delimiters marks) => (this.raw, Marks) = (raw, marks);

    public Delimiters Marks { get; }

    public string EncodingCharacters => raw[2].Raw;

    public string SendingApplication => raw[3].Raw;

    public string SendingFacility => raw[4].Raw;

    public string ReceivingApplication => raw[5].Raw;

    public string ReceivingFacility => raw[6].Raw;

    public string SentAt => raw[7].Raw;

    /// <summary>ORU of <c>ORU^R01^ORU_R01</c>.</summary>
    public string Type => raw[9][1];

    public string Event => raw[9][2];

    public string Structure => raw[9][3];

    public string ControlId => raw[10].Raw;

    /// <summary>P production, T training, D debugging.</summary>
    public string ProcessingId => raw[11][1];

    public string Processing => raw[11].Raw;

    public string Version => raw[12][1];

    public string VersionField => raw[12].Raw;

    /// <summary>MSH-15: when the sender wants to hear that the message was kept.</summary>
    public string AcceptMode => raw[15][1];

    /// <summary>MSH-16: when the sender wants to hear what became of it.</summary>
    public string ApplicationMode => raw[16][1];

    public string CharacterSet => raw[18][1];

    /// <summary>It answers something: answered in turn, two systems would never stop.</summary>
    public bool IsAcknowledgment => Type.Trim().ToUpperInvariant() is "ACK" or "MCF" or "NAK" || Structure.Trim().ToUpperInvariant() is "ACK" or "MCF";

    /// <summary>Neither mode is given: the original acknowledgement rules apply.</summary>
    public bool IsOriginalMode => raw[15].IsEmpty && raw[16].IsEmpty;

    /// <summary>The EUI-64 or other universal id of the sending application, if it gives one.</summary>
    public string SendingUniversalId => raw[3][2];

    public string SendingName => raw[3][1];

    /// <summary>The header of a message, or null when it does not begin with a usable MSH.</summary>
    public static Header? Read(ReadOnlySpan<byte> message)
    {
        if (!message.StartsWith("MSH"u8) || message.Length < 4)
            return null;
        var text = Encoding.Latin1.GetString(message);
        text = text[..SegmentEnds.OfHeader(text, text[3])];
        return Delimiters.TryRead(text, out var marks) ? new Header(new Segment("MSH", 1, text, marks), marks) : null;
    }
}
