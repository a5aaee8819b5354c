using Mooring.Clinical.Vitals;

namespace Mooring.Devices.Readings;

/// <summary>
/// Systolic is above mean is above diastolic, or the three are mixed up: then none of that inflation is filed.
/// </summary>
internal static class PressureOrder
{
    public static void Keep(List<Observed> values, List<Quarantined> apart, IReadOnlyList<ResultLine> lines)
    {
        var inflations = values.Where(IsPressure).Where(value => value.Value is not null && value.Status != ReadingStatus.Withdrawn)
            .GroupBy(value => (value.Device, value.At, Containment.Channel(value.SubId))).ToList();
        foreach (var inflation in inflations.Where(IsMixedUp))
        {
            foreach (var value in inflation)
            {
                values.Remove(value);
                var line = lines.First(line => line.Place == value.Place);
                apart.Add(line.Apart("DEV217", 5, "Systolic, mean and diastolic of this inflation are not in order."));
            }
        }
    }

    private static bool IsPressure(Observed value) =>
        value.Sign == VitalSign.Systolic || value.Sign == VitalSign.MeanPressure || value.Sign == VitalSign.Diastolic;

    private static bool IsMixedUp(IEnumerable<Observed> inflation)
    {
        var ordered = new[] { VitalSign.Systolic, VitalSign.MeanPressure, VitalSign.Diastolic }
            .Select(sign => inflation.LastOrDefault(value => value.Sign == sign)?.Value).OfType<double>().ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair => pair.First <= pair.Second);
    }
}
