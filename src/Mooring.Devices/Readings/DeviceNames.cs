using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>The names that devices give themselves: the universal id when there is one, else the name.</summary>
internal static class DeviceNames
{
    /// <summary>OBX-18, innermost device first.</summary>
    public static IEnumerable<string> Of(Segment obx) =>
        from one in obx[18].Repetitions
        let name = one[3].Length > 0 ? one[3] : one[1]
        where name.Length > 0
        select name;

    public static string? OfSender(Header header) =>
        header.SendingUniversalId.Length > 0 ? header.SendingUniversalId
        : header.SendingName.Length > 0 ? header.SendingName
        : null;
}
