using System.Text.Json;
using Mooring.Clinical;

namespace Mooring.Fhir.Mapping;

/// <summary>
/// Checks that every element that is read has the kind FHIR gives it, so that nothing wrong is taken for absent.
/// Elements are written as paths: <c>name[].family:text</c>; a part without a kind is an object.
/// </summary>
internal static class ElementCheck
{
    private const string Concept = "{0}.text:text {0}.coding[].system:text {0}.coding[].code:text {0}.coding[].display:text";

    private static readonly Dictionary<string, string[]> Paths = new(StringComparer.Ordinal)
    {
        ["Patient"] = Elements(
            "identifier[].system:text identifier[].value:text name[].use:text name[].text:text name[].family:text name[].given[]:text birthDate:date "
            + "gender:text telecom[].system:text telecom[].value:text communication[].preferred:flag deceasedBoolean:flag active:flag", "identifier[].type", "communication[].language"),
        ["Condition"] = Elements("subject.reference:text onsetDateTime:time onsetPeriod.start:time", "code", "clinicalStatus", "verificationStatus"),
        ["AllergyIntolerance"] = Elements("patient.reference:text", "code", "clinicalStatus", "verificationStatus"),
        ["MedicationStatement"] = Elements(Medicines, "medicationCodeableConcept"),
        ["MedicationRequest"] = Elements(Medicines, "medicationCodeableConcept"),
        ["Medication"] = Elements("id:text", "code"),
        ["Observation"] = Elements(
            "subject.reference:text status:text effectiveDateTime:time effectivePeriod.start:time issued:time valueInteger:number "
            + "valueQuantity.value:number valueQuantity.unit:text valueQuantity.code:text component[].valueInteger:number "
            + "component[].valueQuantity.value:number component[].valueQuantity.unit:text component[].valueQuantity.code:text",
            "code", "valueCodeableConcept", "component[].code", "component[].valueCodeableConcept"),
    };

    private const string Medicines =
        "subject.reference:text status:text intent:text doNotPerform:flag medicationReference.reference:text medicationReference.display:text "
        + "effectiveDateTime:time effectivePeriod.start:time effectivePeriod.end:time authoredOn:time contained[].id:text "
        + "dosage[].doseAndRate[].doseQuantity.value:number dosage[].timing.repeat.frequency:number dosage[].timing.repeat.period:number "
        + "dosageInstruction[].doseAndRate[].doseQuantity.value:number dosageInstruction[].timing.repeat.frequency:number dosageInstruction[].timing.repeat.period:number";

    /// <summary>Refusals: FHI110 for a wrong kind, FHI111 for a date or time that can not be read. All of the entry at once.</summary>
    public static IReadOnlyList<Refusal> Check(BundleEntry entry) => Paths.TryGetValue(entry.Type, out var paths)
        ? [.. paths.SelectMany(path => Walk(entry.Resource, path, $"{entry.Place}.resource")).DistinctBy(refusal => refusal.At, StringComparer.Ordinal)]
        : [];

    private static string[] Elements(string plain, params IEnumerable<string> concepts) =>
        [.. string.Join(' ', concepts.Select(concept => Concept.Replace("{0}", concept, StringComparison.Ordinal)).Prepend("id:text").Prepend(plain)).Split(' ')];

    private static IEnumerable<Refusal> Walk(JsonElement at, string path, string place)
    {
        if (at.ValueKind != JsonValueKind.Object)
            return [new("FHI110", $"This must be an object, but is {Found(at)}. Correct it where the file comes from.", place)];

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (step, rest) = dot < 0 ? (path, null) : (path[..dot], path[(dot + 1)..]);
        var (name, kind) = step.Split(':') is [var named, var typed] ? (named, typed) : (step, null);
        var isList = name.EndsWith("[]", StringComparison.Ordinal);
        name = isList ? name[..^2] : name;
        if (at.Child(name) is not { } child)
            return [];
        if (!isList)
            return One(child, kind, rest, $"{place}.{name}");

        return child.ValueKind == JsonValueKind.Array
            ? child.EnumerateArray().SelectMany((item, index) => One(item, kind, rest, FormattableString.Invariant($"{place}.{name}[{index}]")))
            : [new("FHI110", $"This must be a list, but is {Found(child)}. Correct it where the file comes from.", $"{place}.{name}")];
    }

    private static IEnumerable<Refusal> One(JsonElement at, string? kind, string? rest, string place) =>
        kind is null ? Walk(at, rest!, place) : Leaf(at, kind, place) is { } refusal ? [refusal] : [];

    private static Refusal? Leaf(JsonElement at, string kind, string place) => kind switch
    {
        "text" when at.ValueKind != JsonValueKind.String => Wrong(at, "a text", place),
        "flag" when at.ValueKind is not (JsonValueKind.True or JsonValueKind.False) => Wrong(at, "true or false", place),
        "number" when at.ValueKind != JsonValueKind.Number || !at.TryGetDouble(out var value) || !double.IsFinite(value) => Wrong(at, "a number", place),
        "date" or "time" when at.ValueKind != JsonValueKind.String => Wrong(at, "a date", place),
        "date" when !JsonWalk.IsDate(at.GetString()!) =>
            new("FHI111", $"'{at.GetString()}' is not a date such as 1984-03-09. Correct it where the file comes from.", place),
        "time" when JsonWalk.Moment(at.GetString()!) is null =>
            new("FHI111", $"'{at.GetString()}' is not a date or a time such as 2026-01-31T09:30:00Z. Correct it where the file comes from.", place),
        _ => null,
    };

    private static Refusal Wrong(JsonElement at, string what, string place) =>
        new("FHI110", $"This must be {what}, but is {Found(at)}. Correct it where the file comes from.", place);

    private static string Found(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Null => "null",
        JsonValueKind.Number => $"the number {(at.GetRawText().Length < 30 ? at.GetRawText() : "that can not be kept")}",
        _ => "true or false",
    };
}
