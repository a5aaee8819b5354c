using System.Text.Json;
using Mooring.Clinical.Screening;

namespace Mooring.Fhir.Mapping;

/// <summary>
/// A past or present antidepressant as a treatment trial. FHIR has no place for how much it helped: that, adherence and
/// whether it was in this episode come from extensions, and stay unknown without them.
/// </summary>
internal static class BundleTrials
{
    private const string Extension = "urn:mooring:treatment-trial:";

    public static TreatmentTrial? Trial(JsonElement resource, BundleReferences references, IReadOnlyList<string> antidepressants)
    {
        var name = BundleLists.MedicineName(resource, references) ?? "";
        var drug = antidepressants.Where(known => name.Split(' ', ',', '/').Contains(known, StringComparer.OrdinalIgnoreCase)).MaxBy(known => known.Length);
        if (drug is null || resource.Text("status") == "entered-in-error")
            return null;

        return new(drug, DosePerDay(resource), Weeks(resource), Extended(resource, "adherence-percent"), Extended(resource, "improvement-percent"),
            Flag(resource, "current-episode"), Flag(resource, "stopped-for-intolerance") ?? false);
    }

    private static double? DosePerDay(JsonElement resource)
    {
        IReadOnlyList<double?> doses = [.. resource.Each("dosage").Concat(resource.Each("dosageInstruction")).Select(PerDay)];
        return doses.Count == 0 ? null : doses.Max();
    }

    private static double? PerDay(JsonElement dosage)
    {
        var quantity = dosage.Each("doseAndRate").Select(dose => dose.Child("doseQuantity")).FirstOrDefault();
        var repeat = dosage.Child("timing")?.Child("repeat");
        if (quantity is not { } dose || (dose.Text("code") ?? dose.Text("unit")) != "mg" || dose.Number("value") is not { } mg)
            return null;

        return repeat is { } times && times.Text("periodUnit") == "d" && times.Number("period") is { } period and > 0
            ? mg * (times.Number("frequency") ?? 1) / period
            : null;
    }

    private static double? Weeks(JsonElement resource) =>
        resource.Child("effectivePeriod") is { } period && period.Day("start") is { } start && period.Day("end") is { } end
            ? (end.DayNumber - start.DayNumber) / 7.0
            : null;

    private static double? Extended(JsonElement resource, string name) => Extensions(resource, name).Select(found => found.Number("valueDecimal") ?? found.Number("valueInteger")).FirstOrDefault();

    private static bool? Flag(JsonElement resource, string name) => Extensions(resource, name).Select(found => found.Child("valueBoolean")?.ValueKind).FirstOrDefault() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static IEnumerable<JsonElement> Extensions(JsonElement resource, string name) =>
        resource.Each("extension").Where(extension => extension.Text("url") == Extension + name);
}
