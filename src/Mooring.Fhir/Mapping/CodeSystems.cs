namespace Mooring.Fhir.Mapping;

internal enum KnownSystem
{
    Other,
    Icd10,
    Snomed,
    RxNorm,
    Loinc,
}

/// <summary>Code systems however a sender writes them: as URL with or without s and slash, as OID, by their short names.</summary>
internal static class CodeSystems
{
    private static readonly Dictionary<string, KnownSystem> ByName = new(StringComparer.Ordinal)
    {
        ["hl7.org/fhir/sid/icd-10-cm"] = KnownSystem.Icd10,
        ["hl7.org/fhir/sid/icd-10"] = KnownSystem.Icd10,
        ["2.16.840.1.113883.6.90"] = KnownSystem.Icd10,
        ["2.16.840.1.113883.6.3"] = KnownSystem.Icd10,
        ["icd-10-cm"] = KnownSystem.Icd10,
        ["icd10cm"] = KnownSystem.Icd10,
        ["icd-10"] = KnownSystem.Icd10,
        ["icd10"] = KnownSystem.Icd10,
        ["i10c"] = KnownSystem.Icd10,
        ["i10"] = KnownSystem.Icd10,
        ["snomed.info/sct"] = KnownSystem.Snomed,
        ["2.16.840.1.113883.6.96"] = KnownSystem.Snomed,
        ["snomed-ct"] = KnownSystem.Snomed,
        ["snomedct"] = KnownSystem.Snomed,
        ["snomed ct"] = KnownSystem.Snomed,
        ["snomed"] = KnownSystem.Snomed,
        ["sct"] = KnownSystem.Snomed,
        ["nlm.nih.gov/research/umls/rxnorm"] = KnownSystem.RxNorm,
        ["2.16.840.1.113883.6.88"] = KnownSystem.RxNorm,
        ["rxnorm"] = KnownSystem.RxNorm,
        ["loinc.org"] = KnownSystem.Loinc,
        ["2.16.840.1.113883.6.1"] = KnownSystem.Loinc,
        ["loinc"] = KnownSystem.Loinc,
        ["ln"] = KnownSystem.Loinc,
    };

    // Editions, mirrors and long names say which system it is; procedures are none that is read here.
    private static readonly (string Part, KnownSystem System)[] Loosely =
    [
        ("icd-10-pcs", KnownSystem.Other), ("icd10pcs", KnownSystem.Other), ("icd-10", KnownSystem.Icd10), ("icd10", KnownSystem.Icd10),
        ("snomed", KnownSystem.Snomed), ("rxnorm", KnownSystem.RxNorm), ("loinc", KnownSystem.Loinc),
    ];

    public static KnownSystem Of(string? system)
    {
        if (string.IsNullOrWhiteSpace(system))
            return KnownSystem.Other;

        var name = Plain(system);
        return ByName.TryGetValue(name, out var known) ? known
            : Loosely.FirstOrDefault(known => name.Contains(known.Part, StringComparison.Ordinal)).System;
    }

    /// <summary>The name of a system without what senders write about it in several ways.</summary>
    public static string Plain(string system)
    {
        var name = system.Trim().ToLowerInvariant().Split('|')[0].Trim();
        foreach (var start in new[] { "https://", "http://", "urn:oid:", "oid:", "www." })
            name = name.StartsWith(start, StringComparison.Ordinal) ? name[start.Length..] : name;
        return name.TrimEnd('/', '#');
    }
}
