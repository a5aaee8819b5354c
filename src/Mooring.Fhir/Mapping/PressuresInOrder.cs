using Mooring.Clinical.Facts;
using Mooring.Clinical.Vitals;

namespace Mooring.Fhir.Mapping;

/// <summary>Systolic is above mean is above diastolic in one measurement, or they are mixed up.</summary>
internal static class PressuresInOrder
{
    private static readonly VitalSign[] Pressures = [VitalSign.Systolic, VitalSign.MeanPressure, VitalSign.Diastolic];

    public static IEnumerable<Observation> InOrder(this IEnumerable<Observation> values)
    {
        IReadOnlyList<Observation> all = [.. values];
        var said = Pressures.Select(sign => Of(all, sign)).OfType<double>().ToList();
        var areMixedUp = said.Zip(said.Skip(1)).Any(pair => pair.First <= pair.Second);
        return !areMixedUp ? all : all.Select(value => Pressures.Any(sign => IsOf(value, sign)) ? value with { Doubt = ObservationFacts.NotPossible } : value);
    }

    private static double? Of(IReadOnlyList<Observation> all, VitalSign sign) => all.FirstOrDefault(value => IsOf(value, sign) && value is { Doubt: null, Bound: Bound.Exactly })?.Value.In(sign.Unit)?.Value;

    private static bool IsOf(Observation value, VitalSign sign) => value.Code == sign.Loinc;
}
