using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>The names that devices give themselves: the universal id when there is one, else the name.</summary>
internal static class DeviceNames
{
    /// <summary>OBX-18, innermost device first.</summary>
    public static IEnumerable<string> Of(Segment obx, NameHabit habit) =>
        from one in obx[18].Repetitions
        let name = habit == NameHabit.Label && one[1].Length > 0 ? one[1] : one[3].Length > 0 ? one[3] : one[1]
        where name.Length > 0
        select name;

    public static string? OfSender(Header header, NameHabit habit = NameHabit.UniversalId) =>
        habit == NameHabit.Facility && header.SendingFacility.Length > 0 ? header.SendingFacility
        : header.SendingUniversalId.Length > 0 ? header.SendingUniversalId
        : header.SendingName.Length > 0 ? header.SendingName
        : null;
}
