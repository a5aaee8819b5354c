using Mooring.Clinical.Education;

namespace Mooring.Storage.Library;

/// <summary>The texts for patients in <c>content/education</c>, one file a text and language.</summary>
public static class Educations
{
    public static ContentShelf<EducationText> Read(string content) => ContentShelf.Read(content, Read);

    internal static IReadOnlyList<EducationText> Read(ContentReader reader) => ContentShelf.Items<EducationText>(
        reader,
        "education",
        text => $"{text.Id}.{text.Language}",
        (text, hash) => text with { Hash = hash });
}
