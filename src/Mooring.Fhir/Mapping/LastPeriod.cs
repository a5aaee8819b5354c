using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Fhir.Reading;
using Mooring.Kinetics.Quantities;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>
/// The first day of the last menstrual period, as a value of that day: rules ask how long ago it was. What is written there
/// and is no day leaves it open; it never counts as none.
/// </summary>
internal static class LastPeriod
{
    /// <summary>The measure's name in <c>content/codes/measures.yaml</c>.</summary>
    public const string Measure = "last-period";

    private static readonly string[] Names =
    [
        "lmp", "last menstrual period", "last period", "date of last menstrual period", "date last menstrual period", "last menstrual period start date", "first day of last menstrual period",
        "fum", "fur", "fecha de última menstruación", "fecha de la última menstruación", "fecha de última regla", "última menstruación", "última regla",
    ];

    public static bool IsNamed(R4.CodeableConcept? code) => code.Names().Intersect(Names, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>The day that is said, where nothing else says when it was.</summary>
    public static Moment? At(R4.Observation seen, FhirTerms terms, DateTimeOffset now) =>
        (IsNamed(seen.Code) || seen.Code.Codes(KnownSystem.Loinc).Any(code => terms.MeasureOf(code)?.Id == Measure)) && Times.Began(seen.Value, null) is not null ? new(now, now) : null;

    /// <summary>Null when nothing is written.</summary>
    /// <param name="at">When it was written down.</param>
    public static Observation? Of(R4.DataType? value, Measure measure, DateTimeOffset at, string? doubt)
    {
        var told = new Quantity(1, measure.Unit);
        if (Times.Began(value, null) is not { } days)
            return value is R4.FhirString or R4.CodeableConcept or R4.Quantity ? new(measure.Code!, told, at) { Doubt = doubt ?? "what is written there is no day" } : null;

        var today = DateOnly.FromDateTime(at.UtcDateTime);
        if (days.From > today.AddDays(1))
            return new(measure.Code!, told, at) { Doubt = doubt ?? "its day lies in the future" };
        if (days.Last is null)
            return new(measure.Code!, told, Midnight(days.From)) { Doubt = doubt };
        return new(measure.Code!, told, Midnight(days.Until > today ? today : days.Until)) { Doubt = doubt ?? "its day is not known" };
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
