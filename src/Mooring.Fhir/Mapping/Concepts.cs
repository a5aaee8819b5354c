using System.Text.RegularExpressions;
using Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>Every code and every name of a concept; the first is no better than the others.</summary>
internal static partial class Concepts
{
    private const int LongestName = 200;

    /// <summary>Its codes in one system, in their order.</summary>
    public static IReadOnlyList<string> Codes(this CodeableConcept? concept, KnownSystem system) =>
        [.. Codings(concept).Where(each => Is(each, system)).Select(Code).OfType<string>().Select(code => system == KnownSystem.Icd10 ? code.ToUpperInvariant() : code).Distinct(StringComparer.Ordinal)];

    public static IEnumerable<string> AllCodes(this CodeableConcept? concept) => Codings(concept).Select(Code).OfType<string>();

    /// <summary>Its text and what its codings are called, each once.</summary>
    public static IReadOnlyList<string> Names(this CodeableConcept? concept) =>
        [.. new[] { concept?.Text }.Concat(Codings(concept).Select(each => each.Display)).Select(Tidy).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    public static bool HasAny(this CodeableConcept? concept, params IReadOnlyList<string> codes) => concept.AllCodes().Any(code => codes.Contains(code, StringComparer.OrdinalIgnoreCase));

    /// <summary>As long as the clinic's own form takes; combination packs can be longer.</summary>
    public static string? Tidy(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var tidy = Blanks().Replace(name.Trim(), " ");
        return tidy.Length <= LongestName ? tidy : $"{tidy[..(char.IsHighSurrogate(tidy[LongestName - 2]) ? LongestName - 2 : LongestName - 1)]}…";
    }

    private static IEnumerable<Coding> Codings(CodeableConcept? concept) => concept?.Coding?.Where(each => each is not null) ?? [];

    private static string? Code(Coding coding) => coding.Code is { } code && !string.IsNullOrWhiteSpace(code) ? code.Trim() : null;

    // A code without a system is taken for ICD-10-CM only where its form leaves no doubt.
    private static bool Is(Coding coding, KnownSystem system) => string.IsNullOrWhiteSpace(coding.System)
        ? system == KnownSystem.Icd10 && coding.Code is { } code && IcdForm().IsMatch(code)
        : CodeSystems.Of(coding.System) == system;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*[A-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}\s*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex IcdForm();
}
