using System.Text.RegularExpressions;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Rules;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>
/// A code that content uses is listed in <c>codes/list-….yaml</c> with how far it was checked, or it stands in the vocabulary,
/// which says that itself: LIB210. No billing code has the form of a CPT code, which asks for a license: LIB211.
/// </summary>
internal static partial class CodeListCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        var lexicon = library.Words.Recognizer.Lexicon;
        var listed = library.Words.Codes.Select(code => (code.System, code.Code))
            .Concat(lexicon.Ingredients.SelectMany(ingredient => ingredient.AllCodes).Select(code => (CodeSystem.Rxnorm, code))).ToHashSet();
        var licensed = library.Words.Codes.Where(code => code.System == CodeSystem.Billing && Cpt().IsMatch(code.Code))
            .Select(code => new LibraryFault("LIB211", "codes/list-billing.yaml", 0, $"{code.Code} has the form of a CPT code; none ships. The clinic loads what it is licensed for.") { Near = code.Code });
        return licensed.Concat(Used(library).Distinct()
            .Where(used => !listed.Contains((used.System, used.Code)) && !(used.System == CodeSystem.Icd10cm && lexicon.ConditionSets.Any(set => set.Holds(used.Code))))
            .Select(used => new LibraryFault("LIB210", used.File, 0, $"{used.System} {used.Code} is not listed in codes.")));
    }

    /// <summary>Every code with the file that uses it.</summary>
    public static IEnumerable<(CodeSystem System, string Code, string File)> Used(ClinicalLibrary library) =>
    [
        .. library.Words.Measures.Values.Where(measure => measure.Code is { } code && Loinc().IsMatch(code)).Select(measure => (CodeSystem.Loinc, measure.Code!, "codes/measures.yaml")),
        .. library.Words.Measures.Values.Select(measure => (CodeSystem.Ucum, measure.Unit, "codes/measures.yaml")),
        .. library.Protocols.SelectMany(protocol => protocol.Icd10.Select(code => (CodeSystem.Icd10cm, code, LibraryFiles.ProtocolFile(protocol.Id)))),
        .. library.Instruments.Values.SelectMany(item => Loincs(item.Value).Select(code => (CodeSystem.Loinc, code, item.File))),
        .. library.History?.Value.Groups.SelectMany(group => group.Conditions).Where(condition => condition.Icd10 is not null).Select(condition => (CodeSystem.Icd10cm, condition.Icd10!, "history.yaml")) ?? [],
        .. library.History?.Value.Medicines.Values.Select(code => (CodeSystem.Rxnorm, code, "history.yaml")) ?? [],
        .. library.Asking?.Value.Indications.SelectMany(group => group.Icd10).Select(code => (CodeSystem.Icd10cm, code, "asking.yaml")) ?? [],
        .. library.Surveillance?.Value.Checks.SelectMany(check => check.OnlyWith).Select(code => (CodeSystem.Icd10cm, code, "surveillance.yaml")) ?? [],
    ];

    private static IEnumerable<string> Loincs(Instrument instrument) => new[] { instrument.LoincPanel, instrument.LoincTotal }
        .Concat(instrument.Items.Select(item => item.Loinc))
        .Concat(instrument.Items.SelectMany(instrument.ChoicesOf).Select(choice => choice.Loinc))
        .OfType<string>();

    [GeneratedRegex("^[0-9]{4}[0-9A-Z]$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cpt();

    [GeneratedRegex("^[0-9]+-[0-9]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loinc();
}
