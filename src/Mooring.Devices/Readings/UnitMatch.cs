using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>Which of a sign's units OBX-6 names, or null: number, name and system must agree, in both of its codings.</summary>
internal static class UnitMatch
{
    public static DeviceUnit? Of(Field field, DeviceSign sign, DeviceCodeTable table)
    {
        DeviceUnit? agreed = null;
        for (var coding = 1; coding <= 4; coding += 3)
        {
            var (code, name, system) = (field[coding], field[coding + 1], field[coding + 2]);
            if (code.Length == 0 && name.Length == 0)
                continue;
            var unit = Find(sign, table, code, name, system);
            if (unit is null || (agreed is not null && agreed != unit))
                return null;
            agreed = unit;
        }

        return agreed;
    }

    private static DeviceUnit? Find(DeviceSign sign, DeviceCodeTable table, string code, string name, string system)
    {
        foreach (var id in sign.Units)
        {
            if (table.FindUnit(id) is { } unit && IsNamed(unit, code, name, system))
                return unit;
        }

        return null;
    }

    private static bool IsNamed(DeviceUnit unit, string code, string name, string system) => system == "MDC"
        ? unit.Codes.Any(one => one.Code == code && one.IsNamed(name))
        : unit.Spellings.Contains(code);
}
