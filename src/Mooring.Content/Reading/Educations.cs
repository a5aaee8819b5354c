using Mooring.Clinical.Education;

namespace Mooring.Content.Reading;

/// <summary>The texts for patients in <c>content/education</c>, one file a text and language.</summary>
public static class Educations
{
    /// <summary>The text without sections whose words every other text of its language shares.</summary>
    private const string Shared = "words";

    public static ContentCache<EducationText> Read(string content) => ContentCache.Read(content, Read);

    internal static IReadOnlyList<EducationText> Read(ContentReader reader)
    {
        var texts = ContentCache.Items<EducationText>(
            reader,
            "education",
            text => $"{text.Id}.{text.Language}",
            (text, hash) => text with { Hash = hash });
        var shared = texts.Where(text => text.Id == Shared).ToDictionary(text => text.Language, text => text.Words);
        return [.. texts.Select(text => text.Id == Shared || !shared.TryGetValue(text.Language, out var words) ? text : text with { Words = Merged(words, text.Words) })];
    }

    // What a text says itself comes before what it shares.
    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> shared, IReadOnlyDictionary<string, string> own) =>
        shared.Concat(own).GroupBy(word => word.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
}
