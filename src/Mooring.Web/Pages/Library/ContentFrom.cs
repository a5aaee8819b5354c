using Mooring.Content.Bases;

namespace Mooring.Web.Pages.Library;

/// <summary>Whose a part of an item is: of the file itself, or taken over from its base.</summary>
public sealed record ContentFrom(string File, bool IsOwn)
{
    public string Says => IsOwn ? "its own" : $"from the base {Path.GetFileNameWithoutExtension(File)}";
}

/// <summary>Marks the parts of an item that has a base, and says what it changes there.</summary>
internal static class BaseMarks
{
    /// <summary>Each part with whose it is; a part that is both has the marks on what is below it.</summary>
    public static IReadOnlyList<ContentNode> Marked(IReadOnlyList<ContentNode> nodes, MadeContent made) =>
        [.. nodes.Select(node => Find(made.Root, node.Label) is { } piece ? Marked(node, piece, made.File) : node)];

    private static ContentNode Marked(ContentNode node, Piece piece, string file)
    {
        var files = piece.Origins.Select(at => at.File).Distinct(StringComparer.Ordinal).ToList();
        if (files.Count <= 1)
            return node with { From = files is [var one] ? new(one, one == file) : null };
        return node with
        {
            Parts = piece switch
            {
                PieceList list when list.Items.Count == node.Parts.Count => [.. node.Parts.Zip(list.Items, (part, item) => Marked(part, item, file))],
                PieceMap map => [.. node.Parts.Select(part => Find(map, part.Label) is { } member ? Marked(part, member, file) : part)],
                _ => node.Parts,
            },
        };
    }

    private static Piece? Find(PieceMap map, string label) =>
        map[label] ?? map[label == "Rests on" ? "because" : label.ToLowerInvariant().Replace(' ', '-')];

    /// <summary>What the file changes, member by member.</summary>
    public static IReadOnlyList<ContentChange> Changes(MadeContent made) => [.. made.Differences.SelectMany(Changes)];

    private static IEnumerable<ContentChange> Changes(BaseDifference difference)
    {
        var at = difference.At.Replace("/", ", ", StringComparison.Ordinal);
        if (difference is not { Was: PieceMap was, Is: PieceMap now })
            return [new(at, Words(difference.Was), Words(difference.Is))];
        return was.Entries.Concat(now.Entries).Select(entry => entry.Name).Distinct(StringComparer.Ordinal)
            .Where(name => name != "part" && was[name]?.Flow() != now[name]?.Flow())
            .Select(name => new ContentChange($"{at}, {name}", Words(was[name]), Words(now[name])));
    }

    private static string? Words(Piece? piece) => piece switch
    {
        null => null,
        PieceWord word => word.Text,
        PieceList list => string.Join("; ", list.Items.Select(Words)),
        PieceMap map => string.Join(", ", map.Without("part").Entries.Select(entry => $"{entry.Name}: {Words(entry.Value)}")),
        _ => piece.Flow(),
    };
}
