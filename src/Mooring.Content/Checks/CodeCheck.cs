using System.Text.RegularExpressions;
using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>
/// Codes have a form, and LOINC and SNOMED CT a check digit, so that a code with a slip of the finger is found: LIB122 to
/// LIB125. Whether a code means what stands beside it, a person must look up.
/// </summary>
internal static partial class CodeCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        foreach (var measure in library.Words.Measures.Values.Where(measure => measure.From == MeasureFrom.Observation))
        {
            if (measure.Code is { } code && LoincForm().IsMatch(code) && !HasLoincDigit(code))
                yield return In(library, "LIB122", code, $"'{code}' of '{measure.Id}' is not a LOINC: its check digit is wrong.");
            if (measure.Code is null)
                yield return In(library, "LIB122", $"id: {measure.Id}", $"The measure '{measure.Id}' is observed, so it needs a code.");
        }

        foreach (var set in library.Words.Sets.Values.Where(set => set.Of == EntryKind.Condition))
        {
            foreach (var code in set.Icd10cm.Concat(set.Except).Where(code => !Icd10Prefix().IsMatch(code)))
                yield return VocabularyCheck.In(library, "LIB123", code, $"'{code}' of '{set.Id}' is not an ICD-10-CM code.", set.Id);
            foreach (var code in set.Snomed.Where(code => !HasSnomedDigit(code)))
                yield return VocabularyCheck.In(library, "LIB124", code, $"'{code}' of '{set.Id}' is not a SNOMED CT concept: its check digit is wrong.", set.Id);
        }

        var lexicon = library.Words.Recognizer.Lexicon;
        foreach (var (known, code) in lexicon.KnownConditions.SelectMany(known => known.Snomed.Where(code => !HasSnomedDigit(code)).Select(code => (known, code))))
            yield return VocabularyCheck.In(library, "LIB124", code, $"'{code}' of '{known.Name}' is not a SNOMED CT concept: its check digit is wrong.", known.Name);
        foreach (var code in lexicon.Statuses.Codes.SelectMany(status => status.Icd10cm).Where(code => !Icd10Prefix().IsMatch(code)))
            yield return VocabularyCheck.In(library, "LIB123", code, $"'{code}' of a status is not an ICD-10-CM code.", "codes:");

        foreach (var protocol in library.Protocols)
        {
            foreach (var code in protocol.Icd10.Where(code => !Icd10Form().IsMatch(code)))
                yield return new("LIB123", LibraryFiles.ProtocolFile(protocol.Id), 0, $"'{code}' is not an ICD-10-CM code.");
        }
    }

    private static LibraryFault In(ClinicalLibrary library, string code, string near, string says)
    {
        var file = library.Texts.First(text => text.Key.StartsWith("codes/", StringComparison.Ordinal) && text.Value.Contains(near, StringComparison.Ordinal)).Key;
        return new(code, file, 0, says) { Near = near };
    }

    // Mod 10 (Luhn), as LOINC's users' guide gives it.
    private static bool HasLoincDigit(string code)
    {
        var digits = code[..^2].Reverse().Select((digit, at) => at % 2 == 0 ? (digit - '0') * 2 : digit - '0');
        return (10 - (digits.Sum(digit => (digit / 10) + (digit % 10)) % 10)) % 10 == code[^1] - '0';
    }

    // Verhoeff's dihedral check, as SNOMED International's release format guide gives it.
    private static bool HasSnomedDigit(string code)
    {
        if (!DigitsOnly().IsMatch(code) || code.Length < 6)
            return false;
        var check = 0;
        foreach (var (at, letter) in code.Reverse().Index())
            check = Multiply(check, Permute(at, letter - '0'));
        return check == 0;
    }

    private static int Multiply(int a, int b) => (a < 5, b < 5) switch
    {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + ((a + b - 5) % 5),
        (false, true) => 5 + ((a - 5 - b + 5) % 5),
        _ => (a - b + 5) % 5,
    };

    private static int Permute(int times, int digit)
    {
        ReadOnlySpan<int> once = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        for (var i = 0; i < times % 8; i++)
            digit = once[digit];
        return digit;
    }

    [GeneratedRegex("^[0-9]{1,7}-[0-9]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoincForm();

    [GeneratedRegex("^[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Icd10Form();

    [GeneratedRegex("^[A-Z][0-9?]([0-9A-Z?](\\.?[0-9A-Z?]{0,4})?)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Icd10Prefix();

    [GeneratedRegex("^[0-9]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DigitsOnly();
}
