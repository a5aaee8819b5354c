using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Yaml;

/// <summary>How a node becomes a value of a wanted type. A kind of content with a shape of its own adds it here.</summary>
public static class YamlShapes
{
    private static readonly Dictionary<Type, Func<YamlNode, YamlPlace, object?>> Own = [];

    /// <summary>Types that read their own node: they note what is wrong at the place and return null.</summary>
    public static void Add<T>(Func<YamlNode, YamlPlace, object?> read)
    {
        lock (Own)
            Own[typeof(T)] = read;
    }

    /// <summary>The value, or null after at least one fault was noted (or where null is what stands there).</summary>
    public static object? Read(YamlNode node, Type wanted, YamlPlace place)
    {
        if (!node.Anchor.IsEmpty)
            return place.Fault("LIB108", node, "Anchors are not used in clinical content; write the value out.");

        if (Own.TryGetValue(wanted, out var own))
            return own(node, place);

        if (ItemOf(wanted, typeof(IReadOnlyList<>)) is [var item])
            return ReadList(node, item, place);

        if (ItemOf(wanted, typeof(IReadOnlyDictionary<,>)) is [var key, var value] && key == typeof(string))
            return ReadDictionary(node, value, place);

        if (YamlWords.CanRead(wanted))
            return node is YamlScalarNode word ? YamlWords.Read(word, wanted, place) : Wrong(node, "one value", place);

        return node is YamlMappingNode mapping ? YamlRecords.Read(mapping, wanted, place) : Wrong(node, "named members", place);
    }

    internal static bool IsNull(YamlNode node) => node is YamlScalarNode
    {
        Style: ScalarStyle.Plain, Value: null or "" or "null" or "~",
    };

    private static object? ReadList(YamlNode node, Type item, YamlPlace place)
    {
        if (node is not YamlSequenceNode sequence)
            return Wrong(node, "a list", place);

        var list = Array.CreateInstance(item, sequence.Children.Count);
        for (var i = 0; i < list.Length; i++)
        {
            if (IsNull(sequence.Children[i]))
                place.Fault("LIB106", sequence.Children[i], "An item of the list is empty; remove it or write it out.");
            else if (Read(sequence.Children[i], item, place) is { } value)
                list.SetValue(value, i);
        }

        return list;
    }

    private static object? ReadDictionary(YamlNode node, Type item, YamlPlace place)
    {
        if (node is not YamlMappingNode mapping)
            return Wrong(node, "named members", place);

        var values = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        foreach (var (key, child) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { Length: > 0 } name })
                Wrong(key, "a name", place);
            else if (Read(child, item, place) is { } value)
                values[name] = value;
        }

        return values;
    }

    private static Type[]? ItemOf(Type wanted, Type open) =>
        wanted.IsGenericType && wanted.GetGenericTypeDefinition() == open ? wanted.GetGenericArguments() : null;

    private static object? Wrong(YamlNode node, string wanted, YamlPlace place) => place.Fault("LIB106", node,
        string.Create(CultureInfo.InvariantCulture, $"Expected {wanted}, found {Kind(node)}."));

    private static string Kind(YamlNode node) => node switch
    {
        YamlSequenceNode => "a list",
        YamlMappingNode => "named members",
        _ => $"'{node}'",
    };
}
