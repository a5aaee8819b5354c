using System.Text.RegularExpressions;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>Emergency cards offer only acts and terms that exist, and a dose stands nowhere but among what is given by order.</summary>
internal static partial class EmergencyCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        if (library.Emergency is not { } terms)
            yield break;

        foreach (var id in terms.Value.Always.Where(id => terms.Value.Find(id) is null))
            yield return new("LIB421", terms.File, 0, $"There is no act '{id}'.") { Near = "always:" };
        foreach (var same in terms.Value.Acts.GroupBy(act => act.Id).Where(same => same.Count() > 1))
            yield return new("LIB422", terms.File, 0, $"The act '{same.Key}' is given twice.") { Near = $"id: {same.Key}" };
        foreach (var (file, card) in library.EmergencyCards.Values.Select(card => (card.File, card.Value)))
        {
            foreach (var id in card.Acts.Where(id => terms.Value.Find(id) is null))
                yield return new("LIB421", file, 0, $"There is no act '{id}' in emergency.yaml.") { Near = "acts:" };
            if (library.AdverseEvents is { } events && events.Find(card.Term) is null)
                yield return new("LIB423", file, 0, $"There is no adverse event '{card.Term}'.") { Near = "term:" };
            foreach (var says in card.Looks.Concat(card.Steps.Select(step => step.Says)).Where(says => Dose().IsMatch(says)))
                yield return new("LIB424", file, 0, $"A dose stands under 'by-order' only: \"{says}\"") { Near = says };
        }
    }

    [GeneratedRegex(@"\d\s*(mg|mcg|µg|g|mL|mmol|units?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dose();
}
