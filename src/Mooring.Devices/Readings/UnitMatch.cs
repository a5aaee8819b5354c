using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>Which of a sign's units OBX-6 names, or null: number, name and system must agree, in both of its codings.</summary>
internal static class UnitMatch
{
    public static DeviceUnit? Of(Field field, DeviceSign sign, DeviceCodeTable table)
    {
        var units = sign.Units.Select(table.FindUnit).OfType<DeviceUnit>().ToList();
        DeviceUnit? agreed = null;
        foreach (var (code, name, system) in new[] { (field[1], field[2], field[3]), (field[4], field[5], field[6]) })
        {
            if (code.Length == 0 && name.Length == 0)
                continue;
            var unit = units.FirstOrDefault(unit => IsNamed(unit, code, name, system));
            if (unit is null || (agreed is not null && agreed != unit))
                return null;
            agreed = unit;
        }

        return agreed;
    }

    private static bool IsNamed(DeviceUnit unit, string code, string name, string system) => system == "MDC"
        ? unit.Codes.Any(one => one.Code == code && one.IsNamed(name))
        : unit.Spellings.Contains(code);
}
