using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Vitals;
using Mooring.Content.Yaml;

namespace Mooring.Content.Reading;

/// <summary>Reads <c>content/adverse-events/catalogue.yaml</c>; terms given twice and grades out of order are faults: LIB411 to LIB413.</summary>
public static class AdverseEvents
{
    internal const string Catalogue = "adverse-events/catalogue.yaml";

    public static ContentRead<AdverseCatalogue> ReadFrom(string content) => Read(new ContentReader(content));

    internal static ContentRead<AdverseCatalogue> Read(ContentReader reader) => reader.Note(Checked(reader.Open<AdverseCatalogue>(Catalogue)));

    public static ContentRead<AdverseCatalogue> Read(string path) => Checked(StrictYaml.Read<AdverseCatalogue>(path));

    public static ContentRead<AdverseCatalogue> ReadText(string text, string name) => Checked(StrictYaml.ReadText<AdverseCatalogue>(text, name));

    private static ContentRead<AdverseCatalogue> Checked(ContentRead<AdverseCatalogue> read)
    {
        if (!read.IsSound)
            return read;
        var twice = read.Value.Terms.GroupBy(term => term.Id).Where(same => same.Count() > 1)
            .Select(same => new LibraryFault("LIB411", read.File, 0, $"The term '{same.Key}' is given twice."));
        var unordered = read.Value.Terms
            .Where(term => term.Grades.Count == 0 || term.Grades.Any(grade => grade.Grade is < 1 or > 5)
                || !term.Grades.Select(grade => grade.Grade).Distinct().Order().SequenceEqual(term.Grades.Select(grade => grade.Grade)))
            .Select(term => new LibraryFault("LIB412", read.File, 0, $"The grades of '{term.Id}' go from 1 to 5, upwards, each once."));
        var unknown = read.Value.Capture.Suggest
            .Where(rule => read.Value.Find(rule.Term) is null || VitalSign.Find(rule.Of) is null || (rule.AtLeast is null) == (rule.Below is null))
            .Select(rule => new LibraryFault("LIB413", read.File, 0, $"The suggestion of '{rule.Term}' by '{rule.Of}' needs a term, a vital sign and one limit."));
        LibraryFault[] faults = [.. twice, .. unordered, .. unknown];
        return faults.Length == 0 ? read : read with { Value = null, Faults = faults };
    }
}
