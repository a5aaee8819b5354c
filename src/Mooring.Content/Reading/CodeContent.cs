using Mooring.Clinical;
using Mooring.Clinical.Rules;

namespace Mooring.Content.Reading;

/// <summary>A file of the codes folder: measures and questions that rules may name, and codes that other content uses.</summary>
public sealed record CodeFile
{
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    public IReadOnlyList<Question> Questions { get; init; } = [];

    public IReadOnlyList<ListedCode> Codes { get; init; } = [];

    public IReadOnlyList<PossibleValue> Possible { get; init; } = [];

    public IReadOnlyList<Because> Because { get; init; } = [];
}

public static class CodeContent
{
    public static Vocabulary Read(ContentReader reader)
    {
        var files = reader.Each<CodeFile>("codes");
        var lexicon = VocabularyContent.Read(reader);
        return new(
            ValueSet.All(lexicon).GroupBy(set => set.Id).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal),
            ById(files, file => file.Measures, measure => measure.Id, reader),
            ById(files, file => file.Questions, question => question.Id, reader))
        {
            Recognizer = new(lexicon),
            Possible = [.. ById(files, file => file.Possible, possible => possible.Code, reader).Values],
            Codes = [.. ById(files, file => file.Codes, code => $"{code.System} {code.Code}", reader).Values],
        };
    }

    private static Dictionary<string, T> ById<T>(
        IReadOnlyList<ContentItem<CodeFile>> files, Func<CodeFile, IReadOnlyList<T>> items, Func<T, string> id, ContentReader reader)
    {
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var item in items(file.Value).Where(item => !byId.TryAdd(id(item), item)))
                reader.Fault("LIB120", file.File, $"The id '{id(item)}' is given twice.");
        }

        return byId;
    }
}
