using Mooring.Clinical.Recognition;

namespace Mooring.Storage.Terminology;

/// <summary>Kinds of releases as people and commands call them.</summary>
public static class TermNames
{
    /// <summary>By this one sees that spellings are compared in another way than when an index was made.</summary>
    internal static string Spelling { get; } =
        $"{Phrases.KeyOf("Theophylline, lithium & phosphates (S)-50 MG/mL; rhythm of Yohimbe", Folding.Medicine)} {Phrases.KeyOf("Haemorrhages, oesophagus: tumour's Sjögren diagnoses", Folding.Condition)}";

    public static string Of(TermKind kind) => kind switch
    {
        TermKind.Rxnorm => "RxNorm",
        TermKind.Icd10cm => "ICD-10-CM",
        _ => "SNOMED CT",
    };

    public static string Word(TermKind kind) => kind.ToString().ToLowerInvariant();
}
