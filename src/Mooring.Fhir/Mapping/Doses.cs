using Mooring.Kinetics.Quantities;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>What the dosages of one medicine come to in a day.</summary>
internal static class Doses
{
    private static readonly Dictionary<string, double> TimesADay = new(StringComparer.OrdinalIgnoreCase)
    {
        ["QD"] = 1,
        ["BID"] = 2,
        ["TID"] = 3,
        ["QID"] = 4,
        ["AM"] = 1,
        ["PM"] = 1,
        ["QAM"] = 1,
        ["QPM"] = 1,
        ["BED"] = 1,
        ["QHS"] = 1,
        ["QOD"] = 0.5,
        ["Q1H"] = 24,
        ["Q2H"] = 12,
        ["Q3H"] = 8,
        ["Q4H"] = 6,
        ["Q6H"] = 4,
        ["Q8H"] = 3,
        ["WK"] = 1 / 7.0,
    };

    /// <summary>
    /// In mg; null when any part is not known. Parts of one step are taken together, such as morning and evening; steps that
    /// are numbered follow each other, and the highest counts.
    /// </summary>
    public static double? PerDay(IReadOnlyList<R4.Dosage> dosages)
    {
        IReadOnlyList<double?> steps = [.. dosages.GroupBy(dosage => dosage.Sequence ?? 0).Select(step => step.Aggregate((double?)0, (sum, dosage) => sum + One(dosage)))];
        return steps.Count == 0 || steps.Any(step => step is null) ? null : steps.Max();
    }

    private static double? One(R4.Dosage dosage)
    {
        if (dosage.AsNeeded is R4.CodeableConcept or R4.FhirBoolean { Value: true })
            return null;

        var dose = dosage.DoseAndRate.Select(each => each?.Dose).OfType<R4.Quantity>().FirstOrDefault();
        if (dose is not { Value: { } amount, Comparator: null } || new Quantity((double)amount, dose.Code ?? dose.Unit ?? "").In("mg") is not { } mg)
            return null;
        return PerDay(dosage.Timing) is { } times ? mg.Value * times : null;
    }

    private static double? PerDay(R4.Timing? timing)
    {
        if (timing?.Repeat is { } repeat && repeat.Period is { } period and > 0 && repeat.PeriodMax is null && repeat.FrequencyMax is null
            && new Quantity((double)period, repeat.PeriodUnitElement?.JsonValue as string ?? "").In("d") is { } days)
        {
            var named = Math.Max(repeat.When.Count(), repeat.TimeOfDay.Count());
            // On some days of the week only, or as often as it is said at other times: what it comes to in a day is not plain.
            if (repeat.DayOfWeek.Any() || (repeat.Frequency is { } said && named > 1 && said != named))
                return null;
            return (repeat.Frequency ?? Math.Max(named, 1)) / days.Value;
        }

        return timing?.Code.AllCodes().Select(code => TimesADay.TryGetValue(code, out var times) ? times : (double?)null).FirstOrDefault(times => times is not null);
    }
}
