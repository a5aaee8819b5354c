using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Fhir.Reading;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>A statement or a request of a medicine, seen alike.</summary>
internal sealed record MedicineSource(
    R4.DomainResource Resource, R4.DataType? Medication, string Status, R4.DataType? Effective, R4.FhirDateTime? Ordered, R4.FhirDateTime? Asserted, IReadOnlyList<R4.Dosage> Dosages)
{
    public static MedicineSource? Of(R4.Resource resource) => resource switch
    {
        R4.MedicationStatement it => new(it, it.Medication, Said(it.StatusElement), it.Effective, null, it.DateAssertedElement, [.. it.Dosage.Where(each => each is not null)]),
        R4.MedicationRequest it => new(it, it.Medication, Said(it.StatusElement), null, it.AuthoredOnElement, null, [.. it.DosageInstruction.Where(each => each is not null)]),
        _ => null,
    };

    public bool IsStatement => Resource is R4.MedicationStatement;

    /// <summary>When this was last said of the medicine, as well as it is known.</summary>
    public Days? SaidOn => Times.Days(Asserted) ?? (Effective is R4.Period period ? Times.Days(period.EndElement) ?? Times.Days(period.StartElement) : Times.Began(Effective, null));

    private static string Said(R4.PrimitiveType? code) => (code?.JsonValue as string ?? "").Trim().ToLowerInvariant();
}

/// <summary>Medicines as facts.</summary>
internal static class MedicineFacts
{
    /// <summary>Null when nothing says what it is.</summary>
    public static Medicine? Read(MedicineSource source, FhirTerms terms, BundleReferences references, DateOnly today)
    {
        var reference = source.Medication as R4.ResourceReference;
        var medication = references.Medication(source.Resource, reference?.Reference);
        IReadOnlyList<R4.CodeableConcept?> concepts =
        [
            source.Medication as R4.CodeableConcept, medication?.Code,
            .. medication?.Ingredient.SelectMany(each => references.Ingredient(source.Resource, each?.Item)) ?? [],
        ];
        IReadOnlyList<string> codes = [.. concepts.SelectMany(each => each.Codes(KnownSystem.RxNorm)).Distinct(StringComparer.Ordinal)];
        IReadOnlyList<string> names = [.. concepts.SelectMany(each => each.Names()).Append(Concepts.Tidy(reference?.Display)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        var name = names.Head() ?? codes.Select(each => terms.NameOf(CodeSystem.Rxnorm, each) ?? $"RxNorm {each}").FirstOrDefault()
            ?? concepts.SelectMany(each => each.AllCodes()).FirstOrDefault();
        if (Concepts.Tidy(name) is not { } tidy)
            return null;

        var ended = Ended(source.Effective, today);
        var isTaken = source.Status is "active" or "intended" or "on-hold" || (source.Status is "" or "unknown" && ended is null);
        var changed = source.IsStatement ? source.Effective is R4.Period ? Times.Began(source.Effective, null) : null : Times.Days(source.Ordered);
        return new(tidy, codes.Head(), isTaken, changed?.From, isTaken ? null : ended)
        {
            OtherNames = Rest.Of(names),
            OtherRxNorm = Rest.Of(codes),
            ChangedUntil = changed?.Last,
        };
    }

    // The last day on which it can have been taken, where that is past.
    private static DateOnly? Ended(R4.DataType? effective, DateOnly today) =>
        effective is R4.Period { EndElement: { } end } && Times.Days(end) is { } days && days.From <= today ? days.Until < today ? days.Until : today : null;
}
