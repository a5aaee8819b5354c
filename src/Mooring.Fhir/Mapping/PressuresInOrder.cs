using Mooring.Clinical.Screening;
using Mooring.Clinical.Vitals;

namespace Mooring.Fhir.Mapping;

/// <summary>The upper of two pressures of one measurement is the higher, or the two are mixed up.</summary>
internal static class PressuresInOrder
{
    public static IEnumerable<Observation> InOrder(this IEnumerable<Observation> values)
    {
        IReadOnlyList<Observation> all = [.. values];
        var (systolic, diastolic) = (Of(all, VitalSign.Systolic), Of(all, VitalSign.Diastolic));
        var areMixedUp = systolic is not null && diastolic is not null && systolic <= diastolic;
        return !areMixedUp ? all : all.Select(value => IsOf(value, VitalSign.Systolic) || IsOf(value, VitalSign.Diastolic) ? value with { Doubt = ObservationFacts.NotPossible } : value);
    }

    private static double? Of(IReadOnlyList<Observation> all, VitalSign sign) => all.FirstOrDefault(value => IsOf(value, sign))?.Value.In(sign.Unit)?.Value;

    private static bool IsOf(Observation value, VitalSign sign) => value.Code == sign.Loinc;
}
