using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>The name that a person goes by now. Some people have one name only.</summary>
internal static class PersonName
{
    public static (string Given, string Family) Of(R4.Patient patient, DateOnly today)
    {
        var name = patient.Name.Where(each => each is not null && Said(each))
            .OrderBy(each => IsNow(each.Period, today) ? 0 : 1)
            .ThenBy(each => (each.UseElement?.JsonValue as string) switch { "official" => 0, "usual" or null => 1, "old" or "maiden" => 3, _ => 2 })
            .ThenByDescending(each => Times.Days(each.Period?.StartElement)?.From)
            .FirstOrDefault();
        if (name is null)
            return ("", "");

        var given = string.Join(' ', Given(name)).Trim();
        var family = Concepts.Tidy(name.Family) ?? "";
        if (given.Length > 0 || family.Length > 0)
            return (given, family);
        var whole = Concepts.Tidy(name.Text) ?? "";
        return whole.LastIndexOf(' ') is var cut and > 0 ? (whole[..cut].Trim(), whole[(cut + 1)..]) : (whole, "");
    }

    /// <summary>Whether a time of use has not ended and has begun.</summary>
    public static bool IsNow(R4.Period? period, DateOnly today) =>
        (Times.Days(period?.EndElement) is not { } end || end.Until >= today) && (Times.Days(period?.StartElement) is not { } start || start.From <= today);

    private static bool Said(R4.HumanName name) => Given(name).Any() || !string.IsNullOrWhiteSpace(name.Family) || !string.IsNullOrWhiteSpace(name.Text);

    // A name that is not there may still have its place in the list.
    private static IEnumerable<string> Given(R4.HumanName name) => name.GivenElement.Select(each => Concepts.Tidy(each?.JsonValue as string)).OfType<string>();
}
