using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

internal static class AllergyFacts
{
    /// <summary>Null when nothing says to what.</summary>
    public static Allergy? Read(R4.AllergyIntolerance resource, FhirTerms terms)
    {
        IReadOnlyList<R4.CodeableConcept?> concepts = [resource.Code, .. resource.Reaction.Select(each => each?.Substance)];
        IReadOnlyList<string> codes = [.. concepts.SelectMany(each => each.Codes(KnownSystem.RxNorm)).Distinct(StringComparer.Ordinal)];
        IReadOnlyList<string> names = [.. concepts.SelectMany(each => each.Names()).Distinct(StringComparer.OrdinalIgnoreCase)];
        var name = names.Head() ?? codes.Select(each => terms.NameOf(CodeSystem.Rxnorm, each) ?? $"RxNorm {each}").FirstOrDefault()
            ?? concepts.SelectMany(each => each.Codes(KnownSystem.Snomed)).Select(each => terms.NameOf(CodeSystem.Snomed, each) ?? $"SNOMED CT {each}").FirstOrDefault()
            ?? concepts.SelectMany(each => each.AllCodes()).FirstOrDefault();
        return Concepts.Tidy(name) is { } tidy ? new(tidy, codes.Head()) { OtherNames = Rest.Of(names), OtherRxNorm = Rest.Of(codes) } : null;
    }
}
