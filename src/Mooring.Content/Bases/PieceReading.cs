using Mooring.Content.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Content.Bases;

/// <summary>Reads a text into pieces. Anchors are refused, as everywhere in the content.</summary>
internal static class PieceReading
{
    /// <summary>Null after at least one fault was noted at the place.</summary>
    public static PieceMap? Read(string text, string file, YamlPlace place)
    {
        var before = place.Faults.Count;
        var piece = StrictYaml.Root(text, place) is { } root ? Of(root, file, place) : null;
        if (piece is not null and not PieceMap)
            place.Fault("LIB106", 1, "Expected named members.");
        return place.Faults.Count == before ? piece as PieceMap : null;
    }

    private static Piece Of(YamlNode node, string file, YamlPlace place)
    {
        if (!node.Anchor.IsEmpty)
            place.Fault("LIB108", node, "Anchors are not used in clinical content; write the value out.");
        var at = new LineOrigin(file, (int)node.Start.Line);
        return node switch
        {
            YamlMappingNode map => new PieceMap(at, [.. map.Children.Select(child => new PieceEntry(Key(child.Key, file, place), Of(child.Value, file, place)))]) { IsFlow = map.Style == YamlDotNet.Core.Events.MappingStyle.Flow },
            YamlSequenceNode list => new PieceList(at, [.. list.Children.Select(child => Of(child, file, place))]) { IsFlow = list.Style == YamlDotNet.Core.Events.SequenceStyle.Flow },
            YamlScalarNode word => Word(word, at),
            _ => new PieceWord(at, "", isQuoted: true),
        };
    }

    private static PieceWord Key(YamlNode key, string file, YamlPlace place)
    {
        if (key is YamlScalarNode word)
            return Word(word, new(file, (int)key.Start.Line));
        place.Fault("LIB106", key, "Expected a name.");
        return new(new(file, (int)key.Start.Line), "", isQuoted: true);
    }

    private static PieceWord Word(YamlScalarNode word, LineOrigin at) => new(at, word.Value ?? "", word.Style != ScalarStyle.Plain);
}
