using Mooring.Clinical.Facts;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>
/// A past or present antidepressant as a treatment trial. FHIR has no place for how much it helped: that, adherence and
/// whether it was in this episode come from extensions, and stay unknown without them.
/// </summary>
internal static class TrialFacts
{
    private const string Extension = "urn:mooring:treatment-trial:";

    public static TreatmentTrial? Read(MedicineSource source, Medicine medicine, FhirTerms terms)
    {
        var drug = terms.Antidepressants.Where(known => medicine.AllNames.Any(name => HasWords(name, known))).MaxBy(known => known.Length);
        if (drug is null)
            return null;

        var (least, most) = Weeks(source.Effective);
        return new(drug, Doses.PerDay(source.Dosages), least, Percent(source, "adherence-percent", 0), Percent(source, "improvement-percent", -100),
            Flag(source, "current-episode"), Flag(source, "stopped-for-intolerance") ?? false)
        {
            WeeksAtMost = most > least ? most : null,
        };
    }

    // A month is any of its days: the weeks between are as sure as both ends.
    private static (double? Least, double? Most) Weeks(R4.DataType? effective)
    {
        if (effective is not R4.Period period || Times.Days(period.StartElement) is not { } start || Times.Days(period.EndElement) is not { } end || end.Until < start.From)
            return (null, null);
        return (Math.Max(0, (end.From.DayNumber - start.Until.DayNumber) / 7.0), (end.Until.DayNumber - start.From.DayNumber) / 7.0);
    }

    private static double? Percent(MedicineSource source, string name, double least) => Extended(source, name) switch
    {
        R4.FhirDecimal number => (double?)number.Value,
        R4.Integer number => number.Value,
        R4.Quantity number => (double?)number.Value,
        _ => null,
    } is { } percent && percent >= least && percent <= 100.0 ? percent : null;

    private static bool? Flag(MedicineSource source, string name) => (Extended(source, name) as R4.FhirBoolean)?.Value;

    private static R4.DataType? Extended(MedicineSource source, string name) => source.Resource.Extension.FirstOrDefault(each => each?.Url == Extension + name)?.Value;

    private static bool HasWords(string name, string words)
    {
        for (var at = name.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(name[at - 1])) && (end == name.Length || !char.IsLetterOrDigit(name[end])))
                return true;
        }

        return false;
    }
}
