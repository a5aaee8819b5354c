using System.Globalization;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;

namespace Mooring.Devices.Readings;

/// <summary>OBX-5 in the unit of the sign, when it is a number, in one of its units, and plausible.</summary>
internal static class ResultNumber
{
    // The NM type of HL7: no exponent, no group separator, a point in every country.
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static (double? Value, Quarantined? Why) Read(ResultLine line, DeviceSign sign, ReadingTerms terms, bool isWithdrawn)
    {
        var (obx, table) = (line.Obx, terms.Table);
        if (isWithdrawn && (obx[5].IsEmpty || obx[5].IsNull))
            return (null, null);
        foreach (var qualifier in obx[8].Repetitions.Select(one => table.FindQualifier(one[1])))
        {
            if (qualifier is { IsReading: false } && !isWithdrawn)
                return (null, line.Apart("DEV210", 8, $"No reading: {qualifier.Code}, {qualifier.Says}.", isAlert: false));
        }

        if (obx[5].IsEmpty || obx[5].IsNull)
            return (null, line.Apart("DEV211", 5, "No reading: the value is empty.", isAlert: false));
        if (obx[2].Text != "NM")
            return (null, line.Apart("DEV212", 2, $"The value is of type '{obx[2].Text}', not a number (NM)."));
        if (!double.TryParse(obx[5].Raw, Plain, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return (null, line.Apart("DEV213", 5, $"'{obx[5].Raw}' is not a number."));
        if (table.Sentinels.Contains(number))
            return (null, line.Apart("DEV214", 5, $"No reading: {obx[5].Raw} is how devices say so.", isAlert: false));
        if (UnitOf(obx, sign, terms) is not { } unit)
            return (null, line.Apart("DEV215", 6, $"'{obx[6].Raw}' is not a unit in which {sign.Sign.Name} is filed."));

        var value = unit.Convert(number);
        return value >= sign.Low && value <= sign.High
            ? (value, null)
            : (null, line.Apart("DEV216", 5, FormattableString.Invariant($"{value} {sign.Sign.Unit} is outside {sign.Low} to {sign.High}: not plausible.")));
    }

    private static DeviceUnit? UnitOf(Segment obx, DeviceSign sign, ReadingTerms terms) =>
        terms.Find(obx[3].Raw, obx[6].Raw) is { } mapping ? terms.Table.FindUnit(mapping.UnitId) : UnitMatch.Of(obx[6], sign, terms.Table);
}
