using System.Globalization;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Fhir.Reading;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>A statement or a request of a medicine, or that it was handed over or given, seen alike.</summary>
internal sealed record MedicineSource(
    R4.DomainResource Resource, R4.DataType? Medication, string Status, R4.DataType? Effective, R4.FhirDateTime? Ordered, R4.FhirDateTime? Asserted, IReadOnlyList<R4.Dosage> Dosages)
{
    private const string Given = "given";

    public static MedicineSource? Of(R4.Resource resource) => resource switch
    {
        R4.MedicationStatement it => new(it, it.Medication, Said(it.StatusElement), it.Effective, null, it.DateAssertedElement, [.. it.Dosage.Where(each => each is not null)]),
        R4.MedicationRequest it => new(it, it.Medication, Said(it.StatusElement), null, it.AuthoredOnElement, null, [.. it.DosageInstruction.Where(each => each is not null)]),
        R4.MedicationDispense it => new(it, it.Medication, "", Supplied(it), null, null, []),
        R4.MedicationAdministration it => new(it, it.Medication, Said(it.StatusElement) == "in-progress" ? "active" : Given, it.Effective, null, null, []),
        _ => null,
    };

    /// <summary>It was given; how long that counts stands in the content.</summary>
    public bool IsGiven => Status == Given;

    public bool IsStatement => Resource is R4.MedicationStatement;

    /// <summary>When this was last said of the medicine, as well as it is known.</summary>
    public Days? SaidOn => Times.Days(Asserted) ?? (Effective is R4.Period period ? Times.Days(period.EndElement) ?? Times.Days(period.StartElement) : Times.Began(Effective, null));

    // What was handed over is taken until the days are over that it is for; where nobody says how many, it is taken still.
    private static R4.Period? Supplied(R4.MedicationDispense it) =>
        it.DaysSupply?.Value is { } days && days is > 0 and < 1000 && Times.Days(it.WhenHandedOverElement ?? it.WhenPreparedElement) is { } on
            ? new() { StartElement = it.WhenHandedOverElement ?? it.WhenPreparedElement, EndElement = new(on.Until.AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) } : null;

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
        var given = source.IsGiven ? source.Effective is R4.Period period ? Times.Days(period.EndElement ?? period.StartElement) : Times.Began(source.Effective, null) : null;
        var isTaken = source.Status is "active" or "intended" or "on-hold" || (source.Status is "" or "unknown" && ended is null) || (source.IsGiven && !IsOver(given, terms, today));
        var changed = source.IsStatement ? source.Effective is R4.Period ? Times.Began(source.Effective, null) : null : Times.Days(source.Ordered);
        return new(tidy, codes.Head(), isTaken, changed?.From, isTaken ? null : ended ?? given?.Until)
        {
            OtherNames = Rest.Of(names),
            OtherRxNorm = Rest.Of(codes),
            ChangedUntil = changed?.Last,
        };
    }

    private static bool IsOver(Days? given, FhirTerms terms, DateOnly today) =>
        given is { } on && terms.GivenCountsFor is { } counts && on.Until.AddDays((int)counts.TotalDays) < today;

    // The last day on which it can have been taken, where that is past.
    private static DateOnly? Ended(R4.DataType? effective, DateOnly today) =>
        effective is R4.Period { EndElement: { } end } && Times.Days(end) is { } days && days.From <= today ? days.Until < today ? days.Until : today : null;
}
