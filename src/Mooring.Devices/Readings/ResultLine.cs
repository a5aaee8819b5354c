using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>One OBX with all that it inherits: from its device lines, its OBR, its PID and PV1.</summary>
internal sealed record ResultLine(
    Segment Obx, Segment Obr, PatientHint Patient, string? Location, string TimeText, string TimePlace, IReadOnlyList<string> Devices)
{
    public string SubId => Obx[4].Text;

    public string Status => Obx[11].Text;

    public string Place => FormattableString.Invariant($"OBX[{Obx.Number}]");

    public Quarantined Apart(string code, int field, string says, bool isAlert = true) =>
        new(code, says, Obx.Place(field), Obx.Raw, isAlert);
}
