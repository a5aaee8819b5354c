using Mooring.Clinical.Facts;
using Mooring.Fhir.Reading;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>Observations as facts, with their components and what they contain.</summary>
internal static class ObservationFacts
{
    public const string NotPossible = "not plausible";

    public const string NoResult = "no result yet";

    public static bool IsVoid(R4.Observation resource) => Status(resource) is "entered-in-error" or "cancelled";

    public static Moment? At(R4.Observation resource, DateTimeOffset now) =>
        Times.At(resource.Effective, now) ?? Moments.Read(resource.IssuedElement?.JsonValue as string);

    public static IEnumerable<Observation> Values(R4.Observation resource, FhirTerms terms, (DateTimeOffset At, string? Doubt) when, DateTimeOffset now)
    {
        var (at, doubt) = (when.At, Doubt(Status(resource)) ?? when.Doubt);
        foreach (var value in Part(resource.Code, resource.Value, resource.Interpretation, resource.ReferenceRange, terms, at, doubt))
            yield return value;
        foreach (var part in resource.Component.Where(part => part is not null))
        {
            foreach (var value in Part(part.Code, part.Value, part.Interpretation, part.ReferenceRange, terms, at, doubt))
                yield return value;
        }

        foreach (var inner in resource.Contained.OfType<R4.Observation>().Where(inner => !IsVoid(inner)))
        {
            foreach (var value in Values(inner, terms, At(inner, now) is { } own ? Times.Latest(own, now) : when, now))
                yield return doubt is null ? value : value with { Doubt = doubt };
        }
    }

    /// <summary>What one code and its value say, in the unit that rules compare.</summary>
    public static IEnumerable<Observation> Part(
        R4.CodeableConcept? code, R4.DataType? value, IEnumerable<R4.CodeableConcept?> interpretation, IEnumerable<R4.Observation.ReferenceRangeComponent?> ranges,
        FhirTerms terms, DateTimeOffset at, string? doubt)
    {
        foreach (var name in Codes(code, terms))
        {
            if (terms.MeasureOf(name) is { Id: LastPeriod.Measure } period)
            {
                if (LastPeriod.Of(value, period, at, doubt) is { } began)
                    yield return began;
                continue;
            }

            var item = terms.ItemOf(name);
            if ((ReadValue.Of(value, item?.Item, item?.Of) ?? ReadValue.Interpreted(interpretation)) is not { } read || (read.Value.Unit.Length == 0 && read.Doubt is not null && !terms.IsAsked(name)))
                continue;

            var measure = terms.MeasureOf(name);
            var known = measure is null ? read.Value : read.Value.In(measure.Unit) ?? read.Value;
            var why = doubt ?? read.Doubt ?? (terms.IsPossible(measure?.Code ?? name, known) ? null : NotPossible);
            yield return new(measure?.Code ?? name, known, at) { Bound = read.Bound, Doubt = why };
            if (measure is not null && terms.Measures.FirstOrDefault(each => each.Id == $"{measure.Id}-over-limit") is { Code: { } over }
                && why is null && UpperLimit.Of(ranges, read.Value.Unit) is { } limit)
                yield return new(over, new(Math.Round(read.Value.Value / limit, 6), "1"), at) { Bound = read.Bound };
        }
    }

    // A measure may be coded twice, such as saturation in general and by pulse oximeter; without a code its name may be a measure's.
    private static IEnumerable<string> Codes(R4.CodeableConcept? code, FhirTerms terms)
    {
        IReadOnlyList<string> loinc = code.Codes(KnownSystem.Loinc);
        IReadOnlyList<string> own = [.. code.AllCodes().Where(each => terms.MeasureOf(each) is not null)];
        IReadOnlyList<string> known = [.. loinc.Concat(own).Distinct(StringComparer.Ordinal)];
        if (known.Count > 0)
            return known.DistinctBy(each => terms.MeasureOf(each)?.Code ?? each, StringComparer.Ordinal);

        var byName = terms.Measures.FirstOrDefault(measure => measure.Code is not null
            && (code.Names().Contains(measure.Title, StringComparer.OrdinalIgnoreCase) || (measure.Id == LastPeriod.Measure && LastPeriod.IsNamed(code))));
        return byName is not null ? [byName.Code!] : code.AllCodes().Take(1);
    }

    private static string Status(R4.Observation resource) => (resource.StatusElement?.JsonValue as string ?? "").Trim();

    // Only what is final, or was corrected after, stands by itself.
    private static string? Doubt(string status) => status switch
    {
        "" or "final" or "amended" or "corrected" => null,
        "registered" => NoResult,
        "preliminary" => "preliminary",
        _ => $"status “{status}”",
    };
}
