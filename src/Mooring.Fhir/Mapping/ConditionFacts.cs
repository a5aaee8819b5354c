using System.Text.RegularExpressions;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using Mooring.Fhir.Reading;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>Conditions of the patient and of the family.</summary>
internal static partial class ConditionFacts
{
    /// <summary>Null when nothing says what it is.</summary>
    public static Condition? Read(R4.Condition resource, FhirTerms terms, Days? born, DateOnly today)
    {
        if (Named(resource.Code, terms) is not { } named)
            return null;

        var status = Status(resource, born, today);
        var onset = Times.Began(resource.Onset, born);
        // When it was called resolved counts as when it went into remission: three months on, an early remission is no more.
        var remission = status is ConditionStatus.Remission or ConditionStatus.Resolved ? Times.Began(resource.Abatement, born) : null;
        return named with
        {
            Status = status,
            Onset = onset?.From,
            OnsetUntil = onset?.Last,
            InRemissionSince = remission?.From,
            InRemissionUntil = remission?.Last,
        };
    }

    /// <summary>What an operation was for, under its own name; null when nothing says what it was.</summary>
    public static Condition? Done(R4.Procedure resource, FhirTerms terms) => Named(resource.Code, terms) is { } named
        ? named with { Onset = Times.Began(resource.Performed, null)?.From, OnsetUntil = Times.Began(resource.Performed, null)?.Last } : null;

    /// <summary>What relatives have, each with whose it is.</summary>
    public static IEnumerable<Condition> Family(R4.FamilyMemberHistory history, FhirTerms terms)
    {
        var relative = history.Relationship.Names().Head() ?? history.Relationship.AllCodes().FirstOrDefault() ?? "relative";
        return from each in history.Condition
               let named = Named(each?.Code, terms)
               where named is not null
               select named with
               {
                   Name = Concepts.Tidy($"{named.Name} ({relative.ToLowerInvariant()})")!,
                   OtherNames = [.. named.AllNames],
                   Status = ConditionStatus.Family,
               };
    }

    private static Condition? Named(R4.CodeableConcept? code, FhirTerms terms)
    {
        var (icd, snomed) = (code.Codes(KnownSystem.Icd10), code.Codes(KnownSystem.Snomed));
        var names = code.Names();
        var name = names.Head() ?? icd.Select(each => terms.NameOf(CodeSystem.Icd10cm, each) ?? $"ICD-10-CM {each}").FirstOrDefault()
            ?? snomed.Select(each => terms.NameOf(CodeSystem.Snomed, each) ?? $"SNOMED CT {each}").FirstOrDefault() ?? code.AllCodes().FirstOrDefault();
        return Concepts.Tidy(name) is not { } tidy ? null : new(tidy, icd.Head(), snomed.Head(), ConditionStatus.Active)
        {
            OtherNames = Rest.Of(names),
            OtherIcd10 = Rest.Of(icd),
            OtherSnomed = Rest.Of(snomed),
        };
    }

    // What says that it ended counts where no status is given; a status that is given counts before it.
    private static ConditionStatus Status(R4.Condition resource, Days? born, DateOnly today)
    {
        var said = resource.ClinicalStatus.AllCodes().Concat(resource.ClinicalStatus.Names()).Select(each => each.ToLowerInvariant()).ToList();
        if (said.Contains("remission"))
            return ConditionStatus.Remission;
        if (said.Exists(each => each is "resolved" or "inactive"))
            return ConditionStatus.Resolved;
        return said.Exists(each => each is "active" or "recurrence" or "relapse") || !HasEnded(resource.Abatement, born, today) ? ConditionStatus.Active : ConditionStatus.Resolved;
    }

    // Only what has surely ended: an end still to come, one of which nothing is known, or "ongoing" leaves it active.
    private static bool HasEnded(R4.DataType? abatement, Days? born, DateOnly today) => abatement switch
    {
        R4.FhirBoolean isOver => isOver.Value == true,
        R4.FhirString text when Times.Began(text, null) is null => !string.IsNullOrWhiteSpace(text.Value) && !Lasts().IsMatch(text.Value),
        R4.Period period => (Times.Days(period.EndElement) ?? Times.Days(period.StartElement)) is { } days && days.Until <= today,
        R4.Age or R4.Range => Times.Began(abatement, born) is not { } days || days.From <= today,
        null => false,
        _ => Times.Began(abatement, null) is { } on && on.Until <= today,
    };

    [GeneratedRegex(@"\b(no|not|never|ongoing|on-going|active|continu\w*|persist\w*|present|current\w*|still|unknown|none|sin|aún|sigue|actual|activ[oa]|persiste|desconocid[oa])\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Lasts();
}

internal static class Rest
{
    /// <summary>The first; null when there is none.</summary>
    public static string? Head(this IReadOnlyList<string> all) => all.Count > 0 ? all[0] : null;

    /// <summary>All but the first; null when there are none.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<string> all) => all.Count > 1 ? [.. all.Skip(1)] : null;
}
