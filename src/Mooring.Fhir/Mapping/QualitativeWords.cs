namespace Mooring.Fhir.Mapping;

/// <summary>Yes and no, positive and negative, by the codes and the words that records use.</summary>
internal static class QualitativeWords
{
    // LOINC answers: positive, detected, present, yes, pregnant, reactive. SNOMED CT: positive, detected, present, yes. HL7: POS, DET, Y.
    private static readonly string[] Positive =
    [
        "LA6576-8", "LA11882-0", "LA9633-4", "LA33-6", "LA15173-0", "LA15255-5", "10828004", "260373001", "52101004", "373066001", "POS", "DET", "Y",
        "positive", "pos", "detected", "present", "yes", "true", "reactive", "pregnant", "embarazada", "positivo", "positiva", "detectado", "presente", "reactivo", "sí", "si",
    ];

    private static readonly string[] Negative =
    [
        "LA6577-6", "LA11883-8", "LA9634-2", "LA32-8", "LA26683-5", "260385009", "260415000", "2667000", "373067005", "NEG", "ND", "N",
        "negative", "neg", "not detected", "non-detected", "none detected", "absent", "no", "false", "non-reactive", "nonreactive", "not pregnant", "no embarazada", "negativo",
        "negativa", "no detectado", "ausente", "no reactivo",
    ];

    private static readonly Dictionary<string, bool> Known = Positive.Select(word => (word, true)).Concat(Negative.Select(word => (word, false))).DistinctBy(each => each.word, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where it says neither.</summary>
    public static bool? Of(string said) => Known.TryGetValue(said.Trim().TrimEnd('.', '!').TrimStart('+').Trim(), out var isSo) ? isSo : said.Trim() is "+" or "++" or "+++" ? true : null;
}
