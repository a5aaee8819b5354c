using Mooring.Clinical;
using Mooring.Clinical.Education;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;

namespace Mooring.Web.Bedside;

/// <summary>What a patient is told to take home after this route, in the words of the reviewed text.</summary>
internal static class Instructed
{
    public static IEnumerable<(string Heading, List<string> Says)> Of(EducationText text, DoseRoute route, Clinic clinic)
    {
        // The clinic keeps no phone number yet; its name is what she can look up.
        Dictionary<string, string> words = new(StringComparer.Ordinal) { ["clinic-phone"] = clinic.Name };
        foreach (var section in text.Sections)
        {
            List<string> says = [.. section.Paragraphs.Where(one => one.For.Count == 0 || one.For.Contains(route)).Select(one => Placeholders.Fill(one.Says, words))];
            if (says.Count > 0)
                yield return (section.Heading, says);
        }
    }
}
