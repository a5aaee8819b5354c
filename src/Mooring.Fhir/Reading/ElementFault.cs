using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hl7.Fhir.Utility;
using Mooring.Clinical;

namespace Mooring.Fhir.Reading;

/// <summary>
/// What the library finds wrong with a resource, in plain words and with its place. Only what is read counts: an element
/// that we never look at, one that is unknown or missing, and a code that is not of its list, cost nothing here.
/// </summary>
internal static partial class ElementFault
{
    // Missing, unknown, not of the list, empty, null, and texts that are not trimmed as FHIR asks.
    private static readonly string[] Harmless = ["PVAL105", "PVAL128", "PVAL116", "PVAL129", "PVAL104", "JSON120", "JSON109"];

    private static readonly Dictionary<string, string[]> Read = new(StringComparer.Ordinal)
    {
        ["Patient"] = ["identifier", "name", "telecom", "gender", "birthDate", "deceased", "active", "link", "communication"],
        ["Condition"] = ["subject", "code", "clinicalStatus", "verificationStatus", "onset", "abatement"],
        ["AllergyIntolerance"] = ["patient", "code", "verificationStatus", "reaction"],
        ["MedicationStatement"] = ["status", "medication", "subject", "effective", "dateAsserted", "dosage", "extension", "contained"],
        ["MedicationRequest"] = ["status", "intent", "doNotPerform", "medication", "subject", "authoredOn", "dosageInstruction", "extension", "contained"],
        ["Medication"] = ["code", "ingredient"],
        ["Observation"] = ["status", "subject", "focus", "code", "effective", "issued", "value", "interpretation", "referenceRange", "component", "contained"],
        ["QuestionnaireResponse"] = ["status", "subject", "authored", "item"],
        ["FamilyMemberHistory"] = ["status", "patient", "relationship", "condition"],
    };

    public static Refusal? Of(CodedException issue, BundleEntry entry)
    {
        var path = (issue as ExtendedCodedException)?.InstancePath ?? "";
        var steps = path.Split('.').Skip(1).ToList();
        if (Harmless.Contains(issue.ErrorCode) || steps.Count == 0 || !Read.GetValueOrDefault(entry.Type, []).Contains(steps[0].Split('[')[0]))
            return null;

        var (place, found) = Place(entry, steps);
        var wanted = Wanted().Match(issue.Message).Groups[1].Value;
        if (found is { ValueKind: JsonValueKind.Null })
            return null;
        if (issue.ErrorCode == "PVAL124")
            return Date(wanted, found is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "", place);

        var must = issue.ErrorCode switch
        {
            "JSON131" => "an object",
            "PVAL127" => "a list",
            _ => wanted switch
            {
                "decimal" or "integer" or "positiveInt" or "unsignedInt" => "a number",
                "boolean" => "true or false",
                "date" or "dateTime" or "instant" or "time" => "a date",
                "" => "as FHIR R4 writes it",
                _ => "a text",
            },
        };
        return new("FHI116", $"This must be {must}, but is {Found(found)}. Correct it where the file comes from.", place);
    }

    private static Refusal? Date(string wanted, string text, string place) => wanted switch
    {
        "date" => new("FHI111", $"'{text}' is not a date such as 1984-03-09. Correct it where the file comes from.", place),
        "dateTime" or "instant" when Moments.Read(text) is null =>
            new("FHI131", $"'{text}' is not a date or a time such as 2026-01-31T09:30:00Z. Correct it where the file comes from.", place),
        _ => null,
    };

    // The library calls valueQuantity "value" and counts what is no list; people look for what is written.
    private static (string Place, JsonElement? Found) Place(BundleEntry entry, IReadOnlyList<string> steps)
    {
        var (place, at) = ($"{entry.Place}.resource", (JsonElement?)entry.Json);
        foreach (var step in steps)
        {
            var name = step.Split('[')[0];
            var member = at is { ValueKind: JsonValueKind.Object } parent ? parent.EnumerateObject().FirstOrDefault(each => IsNamed(each.Name, name)) : default;
            place += $".{(member.Value.ValueKind == JsonValueKind.Undefined ? name : member.Name)}";
            at = member.Value.ValueKind == JsonValueKind.Undefined ? null : member.Value;
            if (at is { ValueKind: JsonValueKind.Array } list && step.Length > name.Length
                && int.TryParse(step.AsSpan(name.Length).Trim("[]"), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                place += FormattableString.Invariant($"[{index}]");
                at = index < list.GetArrayLength() ? list[index] : null;
            }
        }

        return (place, at);
    }

    private static bool IsNamed(string member, string name) =>
        member == name || (member.Length > name.Length && member.StartsWith(name, StringComparison.Ordinal) && char.IsUpper(member[name.Length]));

    private static string Found(JsonElement? at) => at?.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => $"the number {(at.Value.GetRawText() is { Length: < 30 } short_ && double.IsFinite(at.Value.TryGetDouble(out var value) ? value : double.NaN) ? short_ : "that can not be kept")}",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "something else",
    };

    [GeneratedRegex(@"literal for an? (\w+)", RegexOptions.None, 1000)]
    private static partial Regex Wanted();
}
