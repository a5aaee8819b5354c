using Mooring.Clinical.Facts;
using Mooring.Clinical.Rules;
using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Yaml;

/// <summary>The rule language: one key says what kind of criterion it is.</summary>
public static class CriterionShape
{
    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["condition"] = typeof(ConditionIn),
        ["medicine"] = typeof(MedicineIn),
        ["allergy"] = typeof(AllergyTo),
        ["compare"] = typeof(Compare),
        ["older-than"] = typeof(OlderThan),
        ["band"] = typeof(BandIs),
        ["answer"] = typeof(AnswerIs),
        ["protocol"] = typeof(ProtocolIs),
        ["dosed"] = typeof(DosedBefore),
        ["course"] = typeof(CourseReached),
    };

    /// <summary>Teaches the strict reader this language. Harmless when repeated.</summary>
    public static void Register()
    {
        YamlShapes.Add<Criterion>(Read);
        YamlShapes.Add<GivenMedicine>((node, place) => node switch
        {
            YamlScalarNode { Value: { Length: > 0 } name } => new GivenMedicine { Name = name },
            YamlMappingNode mapping => YamlRecords.Read(mapping, typeof(GivenMedicine), place),
            _ => place.Fault("LIB106", node, "A medicine of a case is its name, or name, rxnorm, changed-ago, stopped-ago and taken."),
        });
    }

    private static object? Read(YamlNode node, YamlPlace place)
    {
        if (node is not YamlMappingNode { Children.Count: 1 } mapping)
            return place.Fault("LIB111", node, "A criterion has exactly one key that says what is asked, such as compare or any.");

        var (key, value) = mapping.Children.First();
        return (key as YamlScalarNode)?.Value switch
        {
            "all" => Parts(value, place) is { } parts ? new All(parts) : null,
            "any" => Parts(value, place) is { } parts ? new Any(parts) : null,
            "not" => Part(value, place) is { } part ? new Not(part) : null,
            "known" => Part(value, place) is { } part ? new Known(part) : null,
            "sex" => YamlShapes.Read(value, typeof(Sex), place) is Sex sex ? new SexIs(sex) : null,
            "criterion" => ReadNamed(value, place),
            { } name when Kinds.TryGetValue(name, out var kind) => YamlShapes.Read(value, kind, place),
            var other => place.Fault("LIB111", key, $"'{other}' is no kind of criterion. There are all, any, not, known, sex, criterion, {string.Join(", ", Kinds.Keys)}."),
        };
    }

    private static Criterion? Part(YamlNode node, YamlPlace place) => YamlShapes.Read(node, typeof(Criterion), place) as Criterion;

    private static IReadOnlyList<Criterion>? Parts(YamlNode node, YamlPlace place)
    {
        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            place.Fault("LIB111", node, "all and any want a list of at least one criterion.");
            return null;
        }

        IReadOnlyList<Criterion> parts = [.. list.Children.Select(part => Part(part, place)).OfType<Criterion>()];
        return parts.Count == list.Children.Count ? parts : null;
    }

    private static object? ReadNamed(YamlNode node, YamlPlace place) =>
        node is YamlScalarNode { Value: { } name } && Named.Criteria.ContainsKey(name)
            ? new Named(name)
            : place.Fault("LIB111", node, $"'{node}' is no named criterion; there are {string.Join(", ", Named.Criteria.Keys)}.");
}
